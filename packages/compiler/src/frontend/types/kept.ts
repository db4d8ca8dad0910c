import type { ts } from "../typescript.js";
import { checkerOf } from "./checker.js";

/** What is known of nodes until a file changes and there is another checker: all of it goes at once. */
export class KeptWithChecker<N extends ts.Node, Known extends object> {
  readonly #known = new WeakMap<ts.TypeChecker, Map<N, Known>>();

  get(node: N): Known | undefined {
    return this.#now(node).get(node);
  }

  set(node: N, known: Known): void {
    this.#now(node).set(node, known);
  }

  #now(node: N): Map<N, Known> {
    const checker = checkerOf(node);
    const now = this.#known.get(checker) ?? new Map<N, Known>();
    this.#known.set(checker, now);
    return now;
  }
}

/**
 * An answer of the checker, or one that follows from its answers: the SDK's functions are read for every policy anew, and
 * the checker itself works an expression out each time that it is asked.
 */
export function keptWithChecker<N extends ts.Node, Answer>(ask: (node: N) => Answer): (node: N) => Answer {
  const answers = new KeptWithChecker<N, { readonly answer: Answer }>();
  return (node) => {
    const known = answers.get(node);
    if (known !== undefined) return known.answer;
    const answer = ask(node);
    answers.set(node, { answer });
    return answer;
  };
}

/** The type of a node, as the tests before it have narrowed it. */
export const typeAt: (node: ts.Node) => ts.Type = keptWithChecker((node: ts.Node) =>
  checkerOf(node).getTypeAtLocation(node),
);
