import fc from "fast-check";

/** Where a generator of programs or objects gets its decisions from; small numbers make small results. */
export interface Choose {
  /** A whole number from 0 up to, without, `limit`. */
  readonly below: (limit: number) => number;
  readonly among: <T>(items: readonly [T, ...T[]]) => T;
  /** True in so many of a hundred cases. */
  readonly often: (percent: number) => boolean;
}

/** Every number as often as any other: fast-check prefers the ends, which here are only the first of many ways. */
const upTo = (max: number): fc.Arbitrary<number> => fc.noBias(fc.nat({ max }));

/** An arbitrary of whatever a function makes of its choices. */
export function made<T>(make: (choose: Choose) => T): fc.Arbitrary<T> {
  return fc.gen().map((draw) => {
    const below = (limit: number): number => draw(upTo, Math.max(0, limit - 1));
    return make({
      below,
      among: (items) => items[below(items.length)] ?? items[0],
      often: (percent) => below(100) < percent,
    });
  });
}
