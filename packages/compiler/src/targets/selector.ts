import type { Json, LabelSelector } from "@policyc/ir";

/** A label selector as a manifest has it. */
export function selector({ matchLabels, matchExpressions }: LabelSelector): Json {
  return {
    ...(matchLabels === undefined ? {} : { matchLabels }),
    ...(matchExpressions === undefined
      ? {}
      : {
          matchExpressions: matchExpressions.map(({ key, operator, values }) => ({
            key,
            operator,
            ...(values === undefined ? {} : { values }),
          })),
        }),
  };
}
