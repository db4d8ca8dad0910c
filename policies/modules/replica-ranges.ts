import type { Integer } from "@policyc/sdk";

/** A range of numbers of replicas, both ends included. */
export interface ReplicaRange {
  /** The fewest replicas. */
  min_replicas?: Integer;
  /** The most replicas. */
  max_replicas?: Integer;
}

/** Do all numbers between these two lie in one of the ranges? A range without both of its ends holds nothing. */
export function isWithinRanges(fewest: Integer, most: Integer, ranges: readonly ReplicaRange[]): boolean {
  return ranges.some(
    ({ min_replicas: min, max_replicas: max }) =>
      min !== undefined && max !== undefined && min <= fewest && most <= max,
  );
}

/** Ranges as messages list them. */
export function describedRanges(ranges: readonly ReplicaRange[]): string {
  return `[${ranges.map(({ min_replicas: min, max_replicas: max }) => `${min ?? "?"}-${max ?? "?"}`).join(", ")}]`;
}
