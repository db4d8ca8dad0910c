import type { ts } from "../typescript.js";

/** Whether it is of this kind, by one of `ts.TypeFlags`. */
export function isOf(type: ts.Type | undefined, flag: ts.TypeFlags): boolean {
  return type !== undefined && (type.flags & flag) !== 0;
}
