import type { Expr } from "@policyc/ir";
import type { KnownElements } from "../known/known-elements.js";
import { fingerprint } from "../tree/fingerprint.js";

/** What is one of a few texts in ASCII wherever a test before has said so: `if (bad.has(name)) yield violation(name);`. */
export type ShownTexts = ReadonlyMap<string, readonly string[]>;

/** With what a test shows where it comes out like this. */
export function withTextsShown(
  shown: ShownTexts,
  [test, outcome]: readonly [Expr, boolean],
  known: KnownElements,
): ShownTexts {
  const found = textsOf(test, outcome, known);
  return found.size === 0 ? shown : new Map([...shown, ...found]);
}

export function textsShown(expr: Expr, shown: ShownTexts): readonly string[] | undefined {
  return shown.size === 0 ? undefined : shown.get(fingerprint(expr));
}

function textsOf(test: Expr, outcome: boolean, known: KnownElements): ShownTexts {
  if (test.kind === "not") return textsOf(test.operand, !outcome, known);
  if (test.kind !== "logic") return new Map(textsAsked(test, outcome, known));
  const each = test.operands.map((operand) => textsOf(operand, outcome, known));
  return (test.operator === "and") === outcome ? new Map(each.flatMap((one) => [...one])) : ofAnyOf(each);
}

/** Where one of several tests has come out so, it is one of the texts of all of them. */
function ofAnyOf(each: readonly ShownTexts[]): ShownTexts {
  const [first = new Map<string, readonly string[]>()] = each;
  const common = [...first.keys()].filter((of) => each.every((one) => one.has(of)));
  return new Map(common.map((of) => [of, each.flatMap((one) => one.get(of) ?? [])]));
}

type Shown = readonly [of: string, texts: readonly string[]];

function textsAsked(test: Expr, outcome: boolean, known: KnownElements): readonly Shown[] {
  if (test.kind === "compare" && test.operator === (outcome ? "==" : "!="))
    return [...isOneOf(test.left, known.texts(test.right)), ...isOneOf(test.right, known.texts(test.left))];
  const isAmong =
    test.kind === "call" && (test.intrinsic === "list.includes" || test.intrinsic === "set.has");
  const [list, value] = isAmong && outcome ? test.args : [];
  return list === undefined || value === undefined ? [] : isOneOf(value, known.textsIn(list));
}

function isOneOf(expr: Expr, texts: readonly string[] | undefined): readonly Shown[] {
  return texts === undefined || expr.kind === "literal" ? [] : [[fingerprint(expr), texts]];
}
