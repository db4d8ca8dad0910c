/** The levels of the Pod Security Standards, the most permissive first. */
export type Level = "privileged" | "baseline" | "restricted";

/** What Kubernetes does about a pod that does not meet the level. */
export type Mode = "enforce" | "audit" | "warn";

const prefix = "pod-security.kubernetes.io/";
const known = ["enforce", "enforce-version", "audit", "audit-version", "warn", "warn-version"];

/** The label of a mode, or of its version: `enforce`, `enforce-version`. */
export function podSecurityLabel(name: string): string {
  return `${prefix}${name}`;
}

/** Does the label look like one of Pod Security admission, but is none? It is ignored without a word. */
export function isUnknownLabel(key: string): boolean {
  return key.startsWith(prefix) && !known.includes(key.slice(prefix.length));
}

/** How strict a level is; -1 for what is no level. */
export function strictness(level: string): number {
  switch (level) {
    case "privileged":
      return 0;
    case "baseline":
      return 1;
    case "restricted":
      return 2;
    default:
      return -1;
  }
}

/** May a label name this version: `latest`, or `v1.` and a minor version? */
export function isVersion(version: string): boolean {
  return /^(latest|v1\.(0|[1-9][0-9]*))$/.test(version);
}
