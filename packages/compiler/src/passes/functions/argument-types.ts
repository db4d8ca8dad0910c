import { type Apply, type Binder, type Expr, expressionsIn, type FunctionIR, required } from "@policyc/ir";

/**
 * Is an argument a constant of another type than the function asks its parameter about, such as `undefined` where it
 * only says `flag === "a"`? OPA's type checker takes a parameter for what it is compared with, and refuses the call.
 */
export function givesAnotherType({ args }: Apply, { params, body }: FunctionIR): boolean {
  if (body.kind !== "value") return false;
  return params.some((param, position) => {
    const arg = args[position];
    return arg !== undefined && isUnlike(arg, param) && !isAskedFor(param, body.value);
  });
}

function isUnlike(arg: Expr, { type }: Binder): boolean {
  return arg.kind === "absent" || (arg.kind === "literal" && arg.type.kind !== required(type).kind);
}

/** Does the function ask what its parameter is? Then OPA's type checker expects nothing of it. */
function isAskedFor({ name }: Binder, body: Expr): boolean {
  const isParam = (expr: Expr): boolean => expr.kind === "local" && expr.name === name;
  return expressionsIn(body).some((expr) => {
    if (expr.kind === "present") return isParam(expr.of);
    return expr.kind === "call" && expr.intrinsic.startsWith("is.") && expr.args.some(isParam);
  });
}
