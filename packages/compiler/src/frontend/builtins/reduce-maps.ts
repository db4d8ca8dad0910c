import type { Expr } from "@policyc/ir";
import {
  type ArrowFunction,
  type CallExpression,
  type Expression,
  type Identifier,
  Node,
  type VariableStatement,
} from "ts-morph";
import type { Context } from "../context.js";
import { resolve } from "../resolve.js";
import { afterPuts } from "../visitors/after-puts.js";
import { bare } from "../visitors/bare.js";
import type { Combination } from "../visitors/combinations.js";
import { declarationsOf, withConstants } from "../visitors/declarations.js";
import { isEmptyMap, type Put, putInto } from "../visitors/filled-maps.js";
import { openLoop } from "../visitors/iteration.js";

/**
 * `list.reduce((counts, x) => ({ ...counts, [x.name]: (counts[x.name] ?? 0) + 1 }), {})`, as a loop that fills a map.
 * Nothing where it is anything else.
 */
export function reducedToMap(node: CallExpression, receiver: Expression, cx: Context): Expr | undefined {
  const [arrow, initial] = node.getArguments();
  if (!Node.isArrowFunction(arrow) || !Node.isExpression(initial) || !isEmptyMap(bare(initial)))
    return undefined;
  const [accumulator, item, position] = arrow.getParameters();
  const name = accumulator?.getNameNode();
  const turn = Node.isIdentifier(name) ? turnOf(arrow, name) : undefined;
  if (turn === undefined) return undefined;
  const span = cx.span(node);
  const adds = (how: Combination): Expr | undefined => {
    const loop = openLoop(receiver, item?.getNameNode(), position?.getNameNode(), cx);
    const one = withConstants(
      turn.before.flatMap((statement) => declarationsOf(statement, loop.cx)),
      loop.cx,
      (inner) => how.one({ kind: "put", put: turn.put }, inner, span),
    );
    return one && how.each(loop.iteration, one, span);
  };
  return afterPuts([turn.put], cx.type(node), adds, { cx, span });
}

interface Turn {
  readonly before: readonly VariableStatement[];
  readonly put: Put;
}

/** `const key = …; return { ...counts, [key]: value };`, or `counts[key] = value; return counts;`. */
function turnOf(arrow: ArrowFunction, name: Identifier): Turn | undefined {
  const body = arrow.getBody();
  if (Node.isExpression(body)) {
    const put = spreadPut(bare(body), name);
    return put && { before: [], put };
  }
  const statements = Node.isBlock(body) ? body.getStatements() : [];
  const last = statements.at(-1);
  const returned = Node.isReturnStatement(last) ? last.getExpression() : undefined;
  if (returned === undefined) return undefined;
  const isSame = Node.isIdentifier(returned) && resolve(returned) === resolve(name);
  const filling = isSame ? statements.at(-2) : undefined;
  const before = statements.slice(0, isSame ? -2 : -1);
  const put = isSame
    ? Node.isExpressionStatement(filling)
      ? putInto(filling.getExpression(), name)
      : undefined
    : spreadPut(bare(returned), name);
  return put !== undefined && before.every(Node.isVariableStatement) ? { before, put } : undefined;
}

/** `{ ...counts, [key]: value }`. */
function spreadPut(node: Expression, name: Identifier): Put | undefined {
  const [spread, entry, another] = Node.isObjectLiteralExpression(node) ? node.getProperties() : [];
  if (!Node.isSpreadAssignment(spread) || !Node.isPropertyAssignment(entry) || another !== undefined)
    return undefined;
  const key = entry.getNameNode();
  const value = entry.getInitializer();
  const isOfName = spread.getExpression().getText() === name.getText();
  if (!isOfName || !Node.isComputedPropertyName(key) || value === undefined) return undefined;
  return putInto({ name, key: key.getExpression(), value }, name);
}
