import type { Expr } from "@policyc/ir";
import { oneOf } from "../types/from-typescript.js";
import { conditional } from "./nodes.js";

/** `test ? then : otherwise`, of whatever type the two are. */
export function either(test: Expr, then: Expr, otherwise: Expr, span: Expr["span"]): Expr {
  return conditional(test, then, otherwise, oneOf([then.type, otherwise.type]), span);
}
