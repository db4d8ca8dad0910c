import type { Policy } from "./policy.js";

declare const verified: unique symbol;

/** A policy that `verify` accepted: the only thing a backend takes. */
export type Verified<P extends Policy = Policy> = P & { readonly [verified]: true };
