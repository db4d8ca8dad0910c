import { isA } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { bare } from "./bare.js";

/** What a value is called that the author takes apart, and gives no name: after the field or the function that gives it. */
export function called(written: ts.Expression): string {
  return nameOf(written) ?? "value";
}

/** A parameter that is taken apart is called what it is: the last word of its type, `port` for a `ServicePort`, `envVar`. */
export function calledAfterType(parameter: ts.ParameterDeclaration): string {
  const type = parameter.type?.getText() ?? "";
  const [word] = /[A-Z][a-z]{3,}$/.exec(type) ?? /(?:[A-Z][a-z]+)?[A-Z][a-z]+$/.exec(type) ?? [];
  return word === undefined ? "value" : `${word.slice(0, 1).toLowerCase()}${word.slice(1)}`;
}

function nameOf(written: ts.Expression): string | undefined {
  const node = bare(written);
  if (ts.isIdentifier(node)) return node.getText();
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isBinaryExpression(node)) return nameOf(node.left);
  if (ts.isConditionalExpression(node)) return nameOf(node.whenTrue) ?? nameOf(node.whenFalse);
  if (ts.isCallExpression(node)) {
    const [argument] = node.arguments;
    return nameOfCall(node.expression, argument);
  }
  // `[...containers, ...initContainers]` holds containers.
  const [first] = ts.isArrayLiteralExpression(node) ? node.elements : [];
  return isA(ts.isSpreadElement, first) ? nameOf(first.expression) : undefined;
}

/** Methods whose value is of the kind of what they are called on. */
const keepsKind: ReadonlySet<string> = new Set([
  ...["filter", "slice", "concat", "toSorted", "toReversed", "flat", "trim", "toLowerCase", "toUpperCase"],
]);

function nameOfCall(callee: ts.Expression, argument: ts.Expression | undefined): string | undefined {
  if (ts.isIdentifier(callee)) return whatItGives(callee.getText());
  if (!ts.isPropertyAccessExpression(callee)) return undefined;
  const [of, method] = [callee.expression, callee.name.text];
  if (of.getText() === "Object") {
    if (method === "keys") return "keys";
    return argument === undefined ? undefined : nameOf(argument);
  }
  if (method === "exec" || method === "match") return "match";
  if (method === "split") return argument?.getText() === '"\\n"' ? "lines" : "parts";
  return keepsKind.has(method) ? nameOf(of) : undefined;
}

/** `profileOf(container)` and `readProfile(container)` give the profile. A rule has the name of the function: the value needs another. */
function whatItGives(fn: string): string {
  const noun = fn.replace(/Of$/, "").replace(leadingVerb, "");
  return noun === fn ? "result" : `${noun.slice(0, 1).toLowerCase()}${noun.slice(1)}`;
}

const leadingVerb =
  /^(?:parse|get|read|find|compute|build|make|extract|resolve|collect|load|lookUp|describe|analy[sz]e|inspect|summari[sz]e|normali[sz]e|to)(?=[A-Z])/;
