import type { Expr } from "@policyc/ir";
import type { Context } from "../context.js";
import type { ts } from "../typescript.js";

/** Lowers a call `receiver.method(…)`. */
export type Method = (node: ts.CallExpression, receiver: ts.Expression, cx: Context) => Expr;
