import { type Expression, Node, type ParameterDeclaration } from "ts-morph";
import { bare } from "./bare.js";

/** What a value is called that the author takes apart, and gives no name: after the field or the function that gives it. */
export function called(written: Expression): string {
  return nameOf(written) ?? "value";
}

/** A parameter that is taken apart is called what it is: the last word of its type, `port` for a `ServicePort`, `envVar`. */
export function calledAfterType(parameter: ParameterDeclaration): string {
  const type = parameter.getTypeNode()?.getText() ?? "";
  const [word] = /[A-Z][a-z]{3,}$/.exec(type) ?? /(?:[A-Z][a-z]+)?[A-Z][a-z]+$/.exec(type) ?? [];
  return word === undefined ? "value" : `${word.slice(0, 1).toLowerCase()}${word.slice(1)}`;
}

function nameOf(written: Expression): string | undefined {
  const node = bare(written);
  if (Node.isIdentifier(node)) return node.getText();
  if (Node.isPropertyAccessExpression(node)) return node.getName();
  if (Node.isBinaryExpression(node)) return nameOf(node.getLeft());
  if (Node.isConditionalExpression(node)) return nameOf(node.getWhenTrue()) ?? nameOf(node.getWhenFalse());
  if (Node.isCallExpression(node)) {
    const [argument] = node.getArguments();
    return nameOfCall(node.getExpression(), Node.isExpression(argument) ? argument : undefined);
  }
  // `[...containers, ...initContainers]` holds containers.
  const [first] = Node.isArrayLiteralExpression(node) ? node.getElements() : [];
  return Node.isSpreadElement(first) ? nameOf(first.getExpression()) : undefined;
}

/** Methods whose value is of the kind of what they are called on. */
const keepsKind: ReadonlySet<string> = new Set([
  ...["filter", "slice", "concat", "toSorted", "toReversed", "flat", "trim", "toLowerCase", "toUpperCase"],
]);

function nameOfCall(callee: Expression, argument: Expression | undefined): string | undefined {
  // `profileOf(container)`: what it gives is the profile.
  if (Node.isIdentifier(callee)) return callee.getText().replace(/Of$/, "");
  if (!Node.isPropertyAccessExpression(callee)) return undefined;
  const [of, method] = [callee.getExpression(), callee.getName()];
  if (of.getText() === "Object") {
    if (method === "keys") return "keys";
    return argument === undefined ? undefined : nameOf(argument);
  }
  if (method === "split") return argument?.getText() === '"\\n"' ? "lines" : "parts";
  return keepsKind.has(method) ? nameOf(of) : undefined;
}
