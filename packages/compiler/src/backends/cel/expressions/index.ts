import { defect } from "@policyc/diagnostics";
import type { Expr, ExprKind, ExprOf } from "@policyc/ir";
import type { Context } from "../context.js";
import { call } from "../intrinsics/index.js";
import type { Lowered } from "../lowered.js";
import { let_, list, record } from "./building.js";
import { arithmetic, compare } from "./comparison.js";
import { input } from "./inputs.js";
import { inventory } from "./inventory.js";
import { conditional, logic, not } from "./logic.js";
import { collect, quantify } from "./loops.js";
import type { Lowering } from "./lowering.js";
import { absent, coalesce, field, index, local, present } from "./reads.js";
import { concat, literal } from "./text.js";

/** Every kind of expression, and who lowers it. */
const lowerings: { readonly [K in ExprKind]: Lowering<ExprOf<K>> } = {
  literal,
  absent,
  input,
  local,
  field,
  index,
  present,
  coalesce,
  not,
  logic,
  compare,
  arithmetic,
  concat,
  conditional,
  list,
  record,
  quantify,
  collect,
  let: let_,
  call,
  apply: (expr) => defect(`\`${expr.function}\` is not inlined`),
  inventory,
  invalid: () => defect("poison reached the CEL backend"),
};

export function lowerExpression(expr: Expr, cx: Context): Lowered {
  return lowerAs(expr.kind, expr, cx);
}

/** The table's row for the kind, with the node of that kind: one lookup that TypeScript can follow. */
function lowerAs<K extends ExprKind>(kind: K, expr: ExprOf<K>, cx: Context): Lowered {
  return lowerings[kind](expr, cx);
}
