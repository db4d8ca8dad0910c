import type { Verdict } from "../outcome.js";
import { waitUntil } from "./wait-until.js";

/** Asks until the answer is right, for some seconds: an API server sees a change a moment after it has stored it. */
export function eventually(
  ask: () => Promise<Verdict>,
  isRight: (verdict: Verdict) => boolean,
): Promise<Verdict> {
  const right = async (): Promise<Verdict | undefined> => {
    const verdict = await ask();
    return isRight(verdict) || verdict.kind === "not expressible" ? verdict : undefined;
  };
  return waitUntil("the right verdict", right, 5).catch(ask);
}
