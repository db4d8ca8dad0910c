import type { Json } from "@policyc/ir";
import { constantOf, evaluate } from "../../static/evaluate.js";
import { fromTypeScript } from "../../types/from-typescript.js";
import { typeAt } from "../../types/kept.js";
import { ts } from "../../typescript.js";
import { bare } from "./bare.js";
import { isChained } from "./chain.js";
import { comparisons, isFallback } from "./shown-by-tests.js";
import { isSame, type Shows, type Tested } from "./tests-before.js";

/**
 * `(n ?? 0) > 5`, `(names ?? []).includes(name)`: a test that would come out otherwise if there were nothing shows that
 * there is something.
 */
export function isOtherwiseWithout(of: Tested): Shows {
  return (test, outcome) => {
    const without = truthWithout(test, of);
    return without !== undefined && without !== outcome;
  };
}

/** What a test says of nothing, where that is known. */
function truthWithout(test: ts.Expression, of: Tested): boolean | undefined {
  if (ts.isBinaryExpression(test)) {
    const operator = test.operatorToken.getText();
    const [left, right] = [valueWithout(test.left, of), valueWithout(test.right, of)];
    return Object.hasOwn(comparisons, operator) ? compared(operator, left, right) : primitiveTruth(test, of);
  }
  return ts.isCallExpression(test) ? askedWithout(test, of) : primitiveTruth(test, of);
}

function primitiveTruth(test: ts.Expression, of: Tested): boolean | undefined {
  const value = valueWithout(test, of);
  return value === undefined || typeof value === "object" ? undefined : Boolean(value);
}

/** `0` for `n ?? 0`, also by the name of a `const`; what is known anyway. */
function valueWithout(written: ts.Expression, of: Tested): Json | undefined {
  const node = bare(written);
  if (ts.isPropertyAccessExpression(node) && node.name.text === "length") {
    const value = valueWithout(node.expression, of);
    return Array.isArray(value) || typeof value === "string" ? value.length : undefined;
  }
  const kept = bare(constantOf(node) ?? node);
  if (isFallback(kept)) return isSame(bare(kept.left), of) ? evaluate(kept.right) : undefined;
  return evaluate(node);
}

function compared(operator: string, left: Json | undefined, right: Json | undefined): boolean | undefined {
  if (typeof left === "number" && typeof right === "number") return comparisons[operator]?.(left, right);
  const isPrimitive = [left, right].every((side) => side !== undefined && typeof side !== "object");
  return isPrimitive && /^[!=]==$/.test(operator) ? (left === right) === (operator === "===") : undefined;
}

/** `(names ?? []).some(…)`, `(name ?? "").startsWith("a")`. */
function askedWithout(call: ts.CallExpression, of: Tested): boolean | undefined {
  const { expression: callee, arguments: given } = call;
  if (!ts.isPropertyAccessExpression(callee) || isChained(call)) return undefined;
  const [value, method] = [valueWithout(callee.expression, of), callee.name.text];
  if (Array.isArray(value)) return value.length === 0 ? ofNothing[method] : undefined;
  const [part] = given.length === 1 ? given.map(evaluate) : [];
  const [argument] = given;
  // Each text begins with an empty one, ends with it and has it in it.
  if (
    Object.hasOwn(ofText, method) &&
    isText(callee.expression) &&
    argument !== undefined &&
    valueWithout(argument, of) === ""
  )
    return true;
  if (typeof value !== "string" || typeof part !== "string") return undefined;
  return ofText[method]?.(value, part);
}

const ofNothing: Readonly<Record<string, boolean>> = { some: false, includes: false, every: true };

const ofText: Readonly<Record<string, (text: string, part: string) => boolean>> = {
  startsWith: (text, part) => text.startsWith(part),
  endsWith: (text, part) => text.endsWith(part),
  includes: (text, part) => text.includes(part),
};

/** `includes` of a list asks for an element. */
function isText(node: ts.Expression): boolean {
  return fromTypeScript(typeAt(node)).kind === "string";
}
