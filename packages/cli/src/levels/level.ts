import type { BundledPolicy } from "../bundles/bundle.js";

/** The levels of the Pod Security Standards, the most permissive first. */
const podSecurityLevels = ["privileged", "baseline", "restricted"] as const;

export type Level = (typeof podSecurityLevels)[number];

/** The level that one control belongs to: `PSS/restricted/seccomp`. Absent for policies that are no such control. */
export function levelOf({ name, controls }: BundledPolicy): Exclude<Level, "privileged"> | undefined {
  const level = (["baseline", "restricted"] as const).find((one) => name.startsWith(`${one}-`));
  return level !== undefined && controls.some((control) => control.startsWith(`PSS/${level}/`))
    ? level
    : undefined;
}

/** The level above: what a namespace could reach next. */
export function nextLevel(level: Level): Level | undefined {
  return podSecurityLevels[podSecurityLevels.indexOf(level) + 1];
}

export function isBelow(level: Level, other: Level): boolean {
  return podSecurityLevels.indexOf(level) < podSecurityLevels.indexOf(other);
}
