import type { Node, Type, ts } from "ts-morph";

/** What is known of nodes until a file changes and there is another checker: all of it goes at once. */
export class KeptWithChecker<N extends Node, Known extends object> {
  readonly #known = new WeakMap<ts.TypeChecker, Map<N, Known>>();

  get(node: N): Known | undefined {
    return this.#now(node).get(node);
  }

  set(node: N, known: Known): void {
    this.#now(node).set(node, known);
  }

  #now(node: N): Map<N, Known> {
    const checker = node.getProject().getTypeChecker().compilerObject;
    const now = this.#known.get(checker) ?? new Map<N, Known>();
    this.#known.set(checker, now);
    return now;
  }
}

/**
 * An answer of the checker, or one that follows from its answers: the SDK's functions are read for every policy anew, and
 * the checker itself works an expression out each time that it is asked.
 */
export function keptWithChecker<N extends Node, Answer>(ask: (node: N) => Answer): (node: N) => Answer {
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
export const typeAt: (node: Node) => Type = keptWithChecker((node: Node) => node.getType());
