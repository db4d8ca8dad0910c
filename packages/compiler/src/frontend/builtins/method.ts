import type { Expr } from "@policyc/ir";
import type { CallExpression, Expression } from "ts-morph";
import type { Context } from "../context.js";

/** Lowers a call `receiver.method(…)`. */
export type Method = (node: CallExpression, receiver: Expression, cx: Context) => Expr;
