import type { Emit } from "./emitted.js";

/**
 * Compiles one of our policies with other parameters than those in `dist/`, in the stage `enforce`.
 * The compiler is wired in here and nowhere else.
 */
export const emit: Emit = (policy) => {
  throw new Error(`emit.ts does not call the compiler yet: cannot emit ${policy}`);
};
