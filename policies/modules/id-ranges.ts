import type { Integer } from "@policyc/sdk";

/** A range of user or group IDs, both ends included. */
export interface IdRange {
  /** The lowest ID of the range. */
  min?: Integer;
  /** The highest ID of the range. */
  max?: Integer;
}

/** Is the ID in one of the ranges? A range without both of its ends holds nothing. */
export function isInRanges(id: Integer, ranges: readonly IdRange[]): boolean {
  return ranges.some(({ min, max }) => min !== undefined && max !== undefined && min <= id && id <= max);
}
