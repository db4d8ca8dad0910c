import { type JsonObject, kindOf, labelsOf, type Manifest } from "@policyc/testing";
import type { BundledPolicy } from "../bundles/bundle.js";
import type { Finding, Subject } from "../check/finding.js";
import { metadataText, nameOf } from "../check/names.js";
import { isBelow, type Level, levelOf, nextLevel } from "./level.js";

/** A workload, and the highest level that its pods meet. */
export interface WorkloadLevel {
  readonly subject: Subject;
  readonly level: Level;
}

/** A namespace: what its workloads meet, what it enforces, and what keeps it from the next level. */
export interface NamespaceLevel {
  readonly namespace: string;
  readonly level: Level;
  /** The label of the Namespace, where its manifest is there and has one. */
  readonly enforced?: string;
  readonly workloads: readonly WorkloadLevel[];
  /** Absent where the highest level is met. */
  readonly next?: { readonly level: Level; readonly blockers: readonly Finding[] };
}

/** What the namespaces of these objects meet, by the violations of the controls. In the order of their names. */
export function namespaceLevels(
  objects: readonly Manifest[],
  policies: readonly BundledPolicy[],
  findings: readonly Finding[],
): readonly NamespaceLevel[] {
  const kinds = new Set(policies.flatMap(({ match }) => match.kinds.map(({ kind }) => kind)));
  const subjects = objects.map(({ object }) => subjectOf(object)).filter(({ kind }) => kinds.has(kind));
  const namespaces = [...new Set(subjects.map(namespaceOf))].sort();
  return namespaces.map((namespace) => {
    const own = findings.filter(({ subject }) => namespaceOf(subject) === namespace);
    const workloads = subjects
      .filter((subject) => namespaceOf(subject) === namespace)
      .map((subject) => ({ subject, level: reached(own.filter((finding) => isOf(finding, subject))) }));
    const level = reached(own);
    const next = nextLevel(level);
    const enforced = enforcedBy(namespace, objects);
    return {
      namespace,
      level,
      workloads,
      ...(enforced === undefined ? {} : { enforced }),
      ...(next === undefined
        ? {}
        : { next: { level: next, blockers: own.filter((one) => blocks(one, next)) } }),
    };
  });
}

/** The highest level that none of the violations is of, nor of one below it. */
function reached(findings: readonly Finding[]): Level {
  if (findings.some(({ policy }) => levelOf(policy) === "baseline")) return "privileged";
  return findings.some(({ policy }) => levelOf(policy) === "restricted") ? "baseline" : "restricted";
}

/** Restricted asks for everything that Baseline asks for. */
function blocks({ policy }: Finding, level: Level): boolean {
  const own = levelOf(policy);
  return own !== undefined && !isBelow(level, own);
}

function isOf({ subject }: Finding, other: Subject): boolean {
  return subject.kind === other.kind && subject.name === other.name;
}

/** What names no namespace goes where `kubectl` puts it. */
function namespaceOf({ namespace }: Subject): string {
  return namespace ?? "default";
}

function subjectOf(object: JsonObject): Subject {
  const [name, namespace] = [nameOf(object), metadataText(object, "namespace")];
  return {
    kind: kindOf(object).kind,
    ...(namespace === undefined ? {} : { namespace }),
    ...(name === undefined ? {} : { name }),
  };
}

function enforcedBy(namespace: string, objects: readonly Manifest[]): string | undefined {
  const found = objects.find(
    ({ object }) => kindOf(object).kind === "Namespace" && nameOf(object) === namespace,
  );
  return labelsOf(found?.object)["pod-security.kubernetes.io/enforce"];
}
