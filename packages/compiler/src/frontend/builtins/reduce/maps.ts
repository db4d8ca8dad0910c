import type { Expr } from "@policyc/ir";
import type { Context } from "../../context.js";
import { entriesBegun } from "../../syntax/entries-begun.js";
import { entryOfCall } from "../../syntax/map-entries.js";
import { resolve } from "../../syntax/resolve.js";
import { isA } from "../../syntax/tree.js";
import { ts } from "../../typescript.js";
import { bare } from "../../visitors/expressions/bare.js";
import { openLoop } from "../../visitors/loops/iteration.js";
import { declarationsOf } from "../../visitors/statements/declarations.js";
import { afterPuts } from "../../visitors/variables/after-puts.js";
import { mapBegun } from "../../visitors/variables/begun-maps.js";
import type { Combination } from "../../visitors/variables/combinations.js";
import { type Put, putInto } from "../../visitors/variables/puts.js";
import { bindAll, withConstants } from "../../visitors/variables/variables.js";
import type { Reducer } from "./reducer.js";

/**
 * `list.reduce((counts, x) => ({ ...counts, [x.name]: (counts[x.name] ?? 0) + 1 }), {})`, as a loop that fills a map.
 * Nothing where it is anything else.
 */
export function reducedToMap(
  reducer: Reducer,
  node: ts.CallExpression,
  receiver: ts.Expression,
  cx: Context,
): Expr | undefined {
  const initial = node.arguments[1];
  if (initial === undefined || entriesBegun(bare(initial)) === undefined) return undefined;
  const [accumulator, item, position] = reducer.parameters;
  const name = accumulator?.name;
  const turn = isA(ts.isIdentifier, name) ? turnOf(reducer, name) : undefined;
  if (turn === undefined) return undefined;
  const span = cx.span(node);
  const adds = (how: Combination): Expr | undefined => {
    const loop = openLoop(receiver, item?.name, position?.name, cx);
    const one = bindAll(
      withConstants(
        turn.before.flatMap((statement) => declarationsOf(statement, loop.cx)),
        loop.cx,
      ),
      (inner) => how.one({ kind: "put", put: turn.put }, inner, span),
    );
    return one && how.each(loop.iteration, one, span);
  };
  return afterPuts([turn.put], mapBegun(initial, cx.type(node), cx), adds, { cx, span });
}

interface Turn {
  readonly before: readonly ts.VariableStatement[];
  readonly put: Put;
}

/** `const key = …; return { ...counts, [key]: value };`, or `counts[key] = value; return counts;`. */
function turnOf(reducer: Reducer, name: ts.Identifier): Turn | undefined {
  const body = reducer.body;
  if (ts.isExpression(body)) {
    const put = spreadPut(bare(body), name) ?? putGiven(bare(body), name);
    return put && { before: [], put };
  }
  const statements = ts.isBlock(body) ? body.statements : [];
  const last = statements.at(-1);
  const returned = isA(ts.isReturnStatement, last) ? last.expression : undefined;
  if (returned === undefined) return undefined;
  const isSame = ts.isIdentifier(returned) && resolve(returned) === resolve(name);
  const filling = isSame ? statements.at(-2) : undefined;
  const before = statements.slice(0, isSame ? -2 : -1);
  const put = isSame
    ? isA(ts.isExpressionStatement, filling)
      ? putInto(filling.expression, name)
      : undefined
    : spreadPut(bare(returned), name);
  return put !== undefined && before.every(ts.isVariableStatement) ? { before, put } : undefined;
}

/** `names.set(key, value)`, which gives the map. */
function putGiven(node: ts.Expression, name: ts.Identifier): Put | undefined {
  return entryOfCall(node, "set") === undefined ? undefined : putInto(node, name);
}

/** `{ ...counts, [key]: value }`. */
function spreadPut(node: ts.Expression, name: ts.Identifier): Put | undefined {
  const [spread, entry, another] = ts.isObjectLiteralExpression(node) ? node.properties : [];
  if (!isA(ts.isSpreadAssignment, spread) || !isA(ts.isPropertyAssignment, entry) || another !== undefined)
    return undefined;
  const key = entry.name;
  const value = entry.initializer;
  const isOfName = spread.expression.getText() === name.getText();
  if (!isOfName || !ts.isComputedPropertyName(key) || value === undefined) return undefined;
  return putInto({ name, key: key.expression, value }, name);
}
