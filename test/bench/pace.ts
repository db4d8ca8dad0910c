/** How long is measured. */
export interface Pace {
  /** How often each side is measured; they take turns. */
  readonly rounds: number;
  /** Evaluations of each object in a round. */
  readonly iterations: number;
}

/** Time of ours over time of the hand-written one, or why there is none. */
export type Measured =
  | { readonly kind: "ratio"; readonly ratio: number }
  | { readonly kind: "differ"; readonly ours: readonly string[]; readonly byHand: readonly string[] };
