import type { Expr, Field } from "./expression.js";
import type { ResourceKind } from "./resource-kind.js";
import { required } from "./type.js";

/** The groups of Kubernetes itself whose kinds hold quantities: the API server lets nothing else into their fields. */
const groups: readonly string[] = ["", "apps", "batch", "autoscaling", "node.k8s.io"];

export function isServedByKubernetes({ group, document }: ResourceKind): boolean {
  return document === undefined && groups.includes(group);
}

/** Maps of resources to quantities, by the type that has them. */
const maps: Readonly<Record<string, readonly string[]>> = {
  LimitRangeItem: ["default", "defaultRequest", "max", "maxLimitRequestRatio", "min"],
  NodeStatus: ["allocatable", "capacity"],
  Overhead: ["podFixed"],
  PersistentVolumeSpec: ["capacity"],
  PodSpec: ["overhead"],
  ResourceQuotaSpec: ["hard"],
  ResourceRequirements: ["limits", "requests"],
  VolumeResourceRequirements: ["limits", "requests"],
};

const fields: Readonly<Record<string, readonly string[]>> = {
  EmptyDirVolumeSource: ["sizeLimit"],
  MetricTarget: ["averageValue", "value"],
  ResourceFieldSelector: ["divisor"],
};

/** Is it a map of quantities, or one where there is one? `named` are the names that stand for such. */
export function holdsQuantities(expr: Expr, named: ReadonlySet<string>): boolean {
  if (expr.kind === "local") return named.has(expr.name);
  if (expr.kind === "coalesce") return holdsQuantities(expr.of, named) && isOfNothing(expr.fallback);
  return expr.kind === "field" && isListed(expr, maps);
}

export function isQuantityField(expr: Field): boolean {
  return isListed(expr, fields);
}

function isListed({ of, name }: Field, listed: Readonly<Record<string, readonly string[]>>): boolean {
  const type = required(of.type);
  return type.kind === "record" && (listed[type.name] ?? []).includes(name);
}

function isOfNothing(expr: Expr): boolean {
  return expr.kind === "record" && expr.entries.length === 0;
}
