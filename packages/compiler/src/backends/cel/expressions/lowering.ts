import type { Expr } from "@policyc/ir";
import type { Context } from "../context.js";
import type { Lowered } from "../lowered.js";

/** Lowers one kind of expression. */
export type Lowering<E extends Expr> = (expr: E, cx: Context) => Lowered;
