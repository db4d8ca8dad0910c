import { expect } from "vitest";
import { type Denial, toAllow, toDeny } from "./matchers.js";
import type { CaseOptions } from "./policy-handle.js";

export type { Denial } from "./matchers.js";
export { type CaseOptions, type LoadOptions, loadPolicy, type PolicyHandle } from "./policy-handle.js";

declare module "vitest" {
  interface Matchers<T> {
    /** Every engine allows the object. */
    toAllow(manifest: object | string, options?: CaseOptions): void;
    /** Every engine denies the object; some violation has the text, fits the expression, or there are so many. */
    toDeny(manifest: object | string, denial?: Denial, options?: CaseOptions): void;
  }
}

// Importing this module is what teaches `expect` about policies.
expect.extend({ toAllow, toDeny });
