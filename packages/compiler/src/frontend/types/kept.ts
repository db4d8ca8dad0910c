import type { Node, Type, ts } from "ts-morph";

/**
 * An answer of the checker, kept until a file changes and there is another checker: the SDK's functions are read for every
 * policy anew, and the checker itself works an expression out each time that it is asked.
 */
export function keptWithChecker<N extends Node, Answer extends object | undefined>(
  ask: (node: N) => Answer,
): (node: N) => Answer {
  const answers = new WeakMap<ts.TypeChecker, WeakMap<N, { readonly answer: Answer }>>();
  return (node) => {
    const checker = node.getProject().getTypeChecker().compilerObject;
    const own = answers.get(checker) ?? new WeakMap<N, { readonly answer: Answer }>();
    answers.set(checker, own);
    const kept = own.get(node) ?? { answer: ask(node) };
    own.set(node, kept);
    return kept.answer;
  };
}

/** The type of a node, as the tests before it have narrowed it. */
export const typeAt: (node: Node) => Type = keptWithChecker((node: Node) => node.getType());
