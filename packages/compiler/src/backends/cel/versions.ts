/**
 * What Kubernetes' CEL learned after 1.30, by the version whose API server accepts it in a new policy: one later than
 * the version that brought it, since new expressions are compiled for the oldest version that a cluster may be rolled
 * back to (k8s.io/apiserver, cel/environment, DefaultCompatibilityVersion).
 */
export const celSince = {
  /** `isIP`, `ip`, `isCIDR`, `cidr`. */
  addresses: "1.31",
  /** `list.all(i, x, …)`, `transformList`. */
  twoVariableLoops: "1.33",
  /** `isSemver`, `semver`. */
  semver: "1.34",
  /** `flatten`, `distinct`, `sort`, `slice` of lists. */
  lists: "1.35",
} as const satisfies Record<string, string>;

export type CelFeature = keyof typeof celSince;

export function hasCel(feature: CelFeature, minKubernetes: string): boolean {
  return minorOf(minKubernetes) >= minorOf(celSince[feature]);
}

/** What only a newer Kubernetes can do, and what an author does about it. */
export function since(feature: CelFeature, what: string): readonly [what: string, instead: string] {
  const version = celSince[feature];
  return [`${what} before Kubernetes ${version}`, `use \`minKubernetes: "${version}"\``];
}

function minorOf(version: string): number {
  return Number(version.replace(/^v/, "").split(".")[1] ?? 0);
}
