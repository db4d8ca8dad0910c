/** Kubernetes' order of versions: stable before beta before alpha, newer before older, anything else last by name. */
export function byStability(a: string, b: string): number {
  const [left, right] = [rank(a), rank(b)];
  const differing = left
    .map((part, index) => (right[index] ?? 0) - part)
    .find((difference) => difference !== 0);
  return differing ?? (a < b ? -1 : 1);
}

const stages = ["alpha", "beta", ""];

function rank(version: string): readonly number[] {
  const match = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version);
  if (match === null) return [-1, 0, 0];
  const [, major = "0", stage = "", minor = "0"] = match;
  return [stages.indexOf(stage), Number(major), Number(minor)];
}
