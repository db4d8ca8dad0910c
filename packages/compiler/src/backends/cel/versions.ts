/** What Kubernetes' CEL learned after 1.30, by the version whose API server accepts it in a new policy. */
export const celSince = {
  /** `list.all(i, x, …)`, `transformList`. */
  twoVariableLoops: "1.32",
  /** `flatten`, `distinct`, `sort`, `slice` of lists. */
  lists: "1.34",
} as const satisfies Record<string, string>;

export type CelFeature = keyof typeof celSince;

export function hasCel(feature: CelFeature, minKubernetes: string): boolean {
  return minorOf(minKubernetes) >= minorOf(celSince[feature]);
}

function minorOf(version: string): number {
  return Number(version.replace(/^v/, "").split(".")[1] ?? 0);
}
