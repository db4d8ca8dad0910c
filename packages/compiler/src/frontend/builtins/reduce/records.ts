import type { Expr } from "@policyc/ir";
import type { Context } from "../../context.js";
import { objectWritten } from "../../static/definition.js";
import { evaluate } from "../../static/evaluate.js";
import { resolve } from "../../syntax/resolve.js";
import { ancestorsOf, descendantsOf, fieldNameOf, fieldTakenBy, isA } from "../../syntax/tree.js";
import { declaringNodes } from "../../types/symbols.js";
import { ts } from "../../typescript.js";
import { bare } from "../../visitors/expressions/bare.js";
import { type Loop, openLoop } from "../../visitors/loops/iteration.js";
import type { Reducer } from "./reducer.js";
import { type Accumulator, named, type Turn, turnOf } from "./turns.js";

type Accumulate = (turn: Turn, loop: Loop, initial: Expr, node: ts.CallExpression, cx: Context) => Expr;

/**
 * `list.reduce((sums, x) => ({ ...sums, total: sums.total + f(x) }), { total: 0, names: [] })`: a field after the other,
 * as long as each is made of what it was itself. Nothing where it is anything else.
 */
export function reducedToRecord(
  reducer: Reducer,
  node: ts.CallExpression,
  receiver: ts.Expression,
  accumulate: Accumulate,
  cx: Context,
): Expr | undefined {
  const initial = node.arguments[1];
  const begin = initial === undefined ? undefined : knownBeginning(bare(initial));
  const body = returnedBy(reducer);
  if (body === undefined || !isA(ts.isObjectLiteralExpression, begin)) return undefined;
  const names = begin.properties.map(({ name }) => fieldNameOf(name));
  const fields = begin.properties.map((property) => {
    const value = ts.isPropertyAssignment(property) ? property.initializer : undefined;
    const name = fieldNameOf(property.name);
    const turn = name === undefined ? undefined : fieldTurn(bare(body), name, { reducer, names });
    return name === undefined || value === undefined || turn === undefined
      ? undefined
      : { name, value, turn };
  });
  const known = fields.flatMap((field) => field ?? []);
  if (known.length < fields.length || known.length === 0) return undefined;
  const [, item, position] = reducer.parameters;
  const entries = known.map(({ name, value, turn }) => {
    const before = cx.expression(value);
    if (turn === "same") return { name, value: before };
    const loop = openLoop(receiver, item?.name, position?.name, cx);
    return { name, value: accumulate(turn, loop, before, node, cx) };
  });
  return { kind: "record", entries, type: { kind: "record", name: "object" }, span: cx.span(node) };
}

/** `{ total: 0 }`, or a constant that holds such a one: what it holds is the same wherever it is read. */
function knownBeginning(initial: ts.Expression): ts.Expression {
  const written = objectWritten(initial);
  return written !== undefined && evaluate(written) !== undefined ? written : initial;
}

/** What a reducer gives, where it does nothing before. */
export function returnedBy(reducer: Reducer): ts.Expression | undefined {
  const body = reducer.body;
  const [only, another] = ts.isBlock(body) ? body.statements : [];
  if (isA(ts.isReturnStatement, only) && another === undefined) return only.expression;
  return ts.isExpression(body) ? body : undefined;
}

/** A turn, and the fields that there are: one that only a turn names would be left out. */
interface Turns {
  readonly reducer: Reducer;
  readonly names: readonly (string | undefined)[];
}

/** What a turn does to one field. */
function fieldTurn(node: ts.Expression, field: string, turns: Turns): Turn | "same" | undefined {
  const { reducer, names } = turns;
  const all = wholeOf(reducer);
  if (all?.is(node)) return "same";
  if (ts.isConditionalExpression(node)) {
    const test = node.condition;
    const [then, otherwise] = [node.whenTrue, node.whenFalse].map((way) =>
      fieldTurn(bare(way), field, turns),
    );
    if (then === "same" && otherwise === "same") return "same";
    const turn = then === "same" ? otherwise : otherwise === "same" ? then : undefined;
    if (turn === undefined || turn === "same" || isAccumulated(test, reducer)) return undefined;
    return { ...turn, when: [{ test, holds: otherwise === "same" }, ...turn.when] };
  }
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const properties = node.properties;
  const own = properties.findLast((one) => ts.isPropertyAssignment(one) && fieldNameOf(one.name) === field);
  const isKept = properties.some((one) => ts.isSpreadAssignment(one) && all?.is(one.expression));
  const isOther = properties.some((one, position) =>
    ts.isSpreadAssignment(one)
      ? position > 0 || !isKept
      : !names.includes(fieldNameOf(one.name) ?? "") || isMethod(one),
  );
  const value = isA(ts.isPropertyAssignment, own) ? own.initializer : shorthandOf(node, field);
  const accumulator = fieldOf(field, reducer);
  if (isOther || accumulator === undefined) return undefined;
  if (value === undefined) return isKept ? "same" : undefined;
  return accumulator.is(value) ? "same" : turnOf(value, accumulator);
}

/** A method, a getter or a setter. */
function isMethod(property: ts.ObjectLiteralElementLike): boolean {
  return !ts.isPropertyAssignment(property) && !ts.isShorthandPropertyAssignment(property);
}

function shorthandOf(node: ts.Expression, field: string): ts.Expression | undefined {
  const own = ts.isObjectLiteralExpression(node)
    ? node.properties.find((property) => fieldNameOf(property.name) === field)
    : undefined;
  return isA(ts.isShorthandPropertyAssignment, own) ? own.name : undefined;
}

function wholeOf(reducer: Reducer): Accumulator | undefined {
  const name = reducer.parameters[0]?.name;
  return isA(ts.isIdentifier, name) ? named(name) : undefined;
}

/** `sums.total`, or `total` where the parameter is taken apart. */
function fieldOf(field: string, reducer: Reducer): Accumulator | undefined {
  const pattern = reducer.parameters[0]?.name;
  const isIn = (node: ts.Node): boolean => isAccumulated(node, reducer);
  const all = wholeOf(reducer);
  if (all !== undefined)
    return {
      is: (node) => {
        const read = bare(node);
        return ts.isPropertyAccessExpression(read) && read.name.text === field && all.is(read.expression);
      },
      isIn,
    };
  if (!isA(ts.isObjectBindingPattern, pattern)) return undefined;
  const element = pattern.elements.find((one) => fieldTakenBy(one) === field);
  const name = element?.initializer === undefined ? element?.name : undefined;
  return isA(ts.isIdentifier, name) ? { is: named(name).is, isIn } : undefined;
}

/** Is anything that the turns before have come to part of this? */
function isAccumulated(node: ts.Node, reducer: Reducer): boolean {
  const parameter = reducer.parameters[0];
  return [node, ...descendantsOf(node)].some(
    (one) =>
      ts.isIdentifier(one) &&
      declaringNodes(resolve(one)).some(
        (declaration) =>
          declaration === parameter || ancestorsOf(declaration).some((around) => around === parameter),
      ),
  );
}
