import type { Expr } from "@policyc/ir";
import { type ArrowFunction, type CallExpression, type Expression, Node } from "ts-morph";
import type { Context } from "../context.js";
import { resolve } from "../resolve.js";
import { bare } from "../visitors/bare.js";
import { type Loop, openLoop } from "../visitors/iteration.js";
import { type Accumulator, named, type Turn, turnOf } from "./reduce-turns.js";

type Accumulate = (turn: Turn, loop: Loop, initial: Expr, node: CallExpression, cx: Context) => Expr;

/**
 * `list.reduce((sums, x) => ({ ...sums, total: sums.total + f(x) }), { total: 0, names: [] })`: a field after the other,
 * as long as each is made of what it was itself. Nothing where it is anything else.
 */
export function reducedToRecord(
  node: CallExpression,
  receiver: Expression,
  accumulate: Accumulate,
  cx: Context,
): Expr | undefined {
  const [arrow, initial] = node.getArguments();
  const begin = Node.isExpression(initial) ? bare(initial) : undefined;
  const body = Node.isArrowFunction(arrow) ? returnedBy(arrow) : undefined;
  if (!Node.isArrowFunction(arrow) || body === undefined || !Node.isObjectLiteralExpression(begin))
    return undefined;
  const fields = begin.getProperties().map((property) => {
    const value = Node.isPropertyAssignment(property) ? property.getInitializer() : undefined;
    const name = Node.isPropertyAssignment(property) ? property.getName() : "";
    const turn = value === undefined ? undefined : fieldTurn(bare(body), name, arrow);
    return value === undefined || turn === undefined ? undefined : { name, value, turn };
  });
  const known = fields.flatMap((field) => field ?? []);
  if (known.length < fields.length || known.length === 0) return undefined;
  const [, item, position] = arrow.getParameters();
  const entries = known.map(({ name, value, turn }) => {
    const before = cx.expression(value);
    if (turn === "same") return { name, value: before };
    const loop = openLoop(receiver, item?.getNameNode(), position?.getNameNode(), cx);
    return { name, value: accumulate(turn, loop, before, node, cx) };
  });
  return { kind: "record", entries, type: { kind: "record", name: "object" }, span: cx.span(node) };
}

/** What an arrow gives, where it does nothing before. */
export function returnedBy(arrow: ArrowFunction): Expression | undefined {
  const body = arrow.getBody();
  const [only, another] = Node.isBlock(body) ? body.getStatements() : [];
  if (Node.isReturnStatement(only) && another === undefined) return only.getExpression();
  return Node.isExpression(body) ? body : undefined;
}

/** What a turn does to one field. */
function fieldTurn(node: Expression, field: string, arrow: ArrowFunction): Turn | "same" | undefined {
  const all = wholeOf(arrow);
  if (all?.is(node)) return "same";
  if (Node.isConditionalExpression(node)) {
    const test = node.getCondition();
    const [then, otherwise] = [node.getWhenTrue(), node.getWhenFalse()].map((way) =>
      fieldTurn(bare(way), field, arrow),
    );
    if (then === "same" && otherwise === "same") return "same";
    const turn = then === "same" ? otherwise : otherwise === "same" ? then : undefined;
    if (turn === undefined || turn === "same" || isAccumulated(test, arrow)) return undefined;
    return { ...turn, when: [{ test, holds: otherwise === "same" }, ...turn.when] };
  }
  if (!Node.isObjectLiteralExpression(node)) return undefined;
  const properties = node.getProperties();
  const own = properties.findLast((one) => Node.isPropertyAssignment(one) && one.getName() === field);
  const isKept = properties.some((one) => Node.isSpreadAssignment(one) && all?.is(one.getExpression()));
  const isOther = properties.some(
    (one, position) =>
      !(Node.isPropertyAssignment(one) || Node.isShorthandPropertyAssignment(one)) &&
      (position > 0 || !isKept),
  );
  const value = Node.isPropertyAssignment(own) ? own.getInitializer() : shorthandOf(node, field);
  const accumulator = fieldOf(field, arrow);
  if (isOther || accumulator === undefined) return undefined;
  if (value === undefined) return isKept ? "same" : undefined;
  return accumulator.is(value) ? "same" : turnOf(value, accumulator);
}

function shorthandOf(node: Expression, field: string): Expression | undefined {
  const own = Node.isObjectLiteralExpression(node) ? node.getProperty(field) : undefined;
  return Node.isShorthandPropertyAssignment(own) ? own.getNameNode() : undefined;
}

function wholeOf(arrow: ArrowFunction): Accumulator | undefined {
  const name = arrow.getParameters()[0]?.getNameNode();
  return Node.isIdentifier(name) ? named(name) : undefined;
}

/** `sums.total`, or `total` where the parameter is taken apart. */
function fieldOf(field: string, arrow: ArrowFunction): Accumulator | undefined {
  const pattern = arrow.getParameters()[0]?.getNameNode();
  const isIn = (node: Node): boolean => isAccumulated(node, arrow);
  const all = wholeOf(arrow);
  if (all !== undefined)
    return {
      is: (node) => {
        const read = bare(node);
        return (
          Node.isPropertyAccessExpression(read) && read.getName() === field && all.is(read.getExpression())
        );
      },
      isIn,
    };
  if (!Node.isObjectBindingPattern(pattern)) return undefined;
  const element = pattern
    .getElements()
    .find((one) => (one.getPropertyNameNode()?.getText() ?? one.getName()) === field);
  const name = element?.getInitializer() === undefined ? element?.getNameNode() : undefined;
  return Node.isIdentifier(name) ? { is: named(name).is, isIn } : undefined;
}

/** Is anything that the turns before have come to part of this? */
function isAccumulated(node: Node, arrow: ArrowFunction): boolean {
  const parameter = arrow.getParameters()[0];
  return [node, ...node.getDescendants()].some(
    (one) =>
      Node.isIdentifier(one) &&
      (resolve(one)?.getDeclarations() ?? []).some(
        (declaration) =>
          declaration === parameter || declaration.getAncestors().some((around) => around === parameter),
      ),
  );
}
