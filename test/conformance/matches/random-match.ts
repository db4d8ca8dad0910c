import type { LabelSelector } from "@policyc/ir";
import type { Exclusions } from "@policyc/testing";
import type { Choose } from "../../property/choose.js";

/** A policy that denies all that it is asked about, and what its deployment leaves out. */
export interface RandomPolicy {
  readonly kinds: readonly KindName[];
  readonly exclusions: Exclusions;
  /** The module. */
  readonly text: string;
}

/** No ConfigMap: by one the API server shows that it has read its policies. */
export const kindNames = ["Secret", "Service", "Deployment", "ClusterRole", "Namespace"] as const;
export type KindName = (typeof kindNames)[number];

export const operationNames = ["CREATE", "UPDATE", "DELETE"] as const;
export const namespaceNames = ["default", "shop", "shop-eu", "kube-system", "eu"] as const;
export const objectNames = ["web", "web-1", "db"] as const;
/** Of Namespaces that requests are about; the others are there. */
export const madeNamespaces = ["shop-1", "web-eu", "kube-x"] as const;
export const labelKeys = ["app", "tier"] as const;
export const labelValues = ["shop", "db", ""] as const;

/** Patterns of names of namespaces and objects, some of which are one of those above. */
const patterns = ["shop", "shop-*", "*-eu", "kube-*", "*o*", "web", "web*", "*-1", "default"] as const;

/** What every case is denied with. */
export const message = "this request is asked about";

export function randomPolicy(choose: Choose, name: string): RandomPolicy {
  const kinds = someOf(choose, kindNames);
  const match = {
    ...perhaps(choose, "operations", () => someOf(choose, operationNames)),
    ...perhaps(choose, "namespaces", () => someOf(choose, patterns)),
    ...perhaps(choose, "excludedNamespaces", () => someOf(choose, patterns)),
    ...perhaps(choose, "labelSelector", () => selector(choose)),
    ...perhaps(choose, "namespaceSelector", () => selector(choose)),
  };
  const parts = Object.entries(match).map(([field, value]) => `    ${field}: ${JSON.stringify(value)},\n`);
  const text = `import { ${kinds.join(", ")}, policy } from "@policyc/sdk";

export default policy({
  name: "${name}",
  title: "Denies what it is asked about",
  description: "Shows which requests reach a policy.",
  severity: "low",
  match: {
    kinds: [${kinds.join(", ")}],
${parts.join("")}  },
  require: ({ object }) => object.metadata.name === "",
  message: "${message}",
});
`;
  return { kinds, exclusions: exclusions(choose), text };
}

/** Half of the policies are deployed for everybody. */
function exclusions(choose: Choose): Exclusions {
  const excludedNamespaces = choose.often(25) ? someOf(choose, patterns) : [];
  const count = choose.often(40) ? 1 + choose.below(2) : 0;
  return { excludedNamespaces, exemptions: Array.from({ length: count }, () => exemption(choose)) };
}

/** It names something: an exemption of everything is refused. */
function exemption(choose: Choose): Exclusions["exemptions"][number] {
  return {
    reason: "It is known.",
    expires: "2999-12-31",
    names: someOf(choose, patterns),
    ...perhaps(choose, "namespaces", () => someOf(choose, patterns)),
    ...perhaps(choose, "labelSelector", () => selector(choose)),
  };
}

function selector(choose: Choose): LabelSelector {
  const key = choose.among(labelKeys);
  if (choose.often(40)) return { matchLabels: { [key]: choose.among(labelValues) } };
  const operator = choose.among(["In", "NotIn", "Exists", "DoesNotExist"] as const);
  const values = operator.endsWith("In") ? { values: someOf(choose, labelValues) } : {};
  return { matchExpressions: [{ key, operator, ...values }] };
}

function perhaps<Field extends string, T>(choose: Choose, field: Field, make: () => T): { [F in Field]?: T } {
  return choose.often(30) ? ({ [field]: make() } as { [F in Field]: T }) : {};
}

/** One or more, each once. */
function someOf<T>(choose: Choose, all: readonly [T, ...T[]]): readonly T[] {
  const some = all.filter(() => choose.often(40));
  return some.length === 0 ? [choose.among(all)] : some;
}
