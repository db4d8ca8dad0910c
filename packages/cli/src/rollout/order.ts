import type { Level, Rollout } from "@policyc/ir";

export type RolloutKey = keyof Rollout;

interface Adoptable {
  readonly name: string;
  readonly rollout?: Rollout;
}

const weight = { low: 1, medium: 2, high: 3 } as const satisfies Record<Level, number>;

/**
 * The policies in the order in which to adopt them: most effect for least effort first, or by one thing alone. What
 * says nothing of adoption comes last.
 */
export function inOrder<P extends Adoptable>(policies: readonly P[], key?: RolloutKey): readonly P[] {
  return [...policies].sort(
    (a, b) => rank(b.rollout, key) - rank(a.rollout, key) || (a.name < b.name ? -1 : 1),
  );
}

/** Effect counts as much as difficulty and load together. */
function rank(rollout: Rollout | undefined, key: RolloutKey | undefined): number {
  if (rollout === undefined) return Number.NEGATIVE_INFINITY;
  const { effect, difficulty, load } = rollout;
  if (key === "effect") return weight[effect];
  if (key !== undefined) return -weight[rollout[key]];
  return 2 * weight[effect] - weight[difficulty] - weight[load];
}
