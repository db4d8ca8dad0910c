import { bindingsInStream, type Expr, expressionsInStream, type Policy } from "@policyc/ir";

/**
 * The values of names that are asked for nothing but whether they are there: which of several a list has first is the
 * same to them. Of a policy without functions.
 */
export function askedForPresence({ body }: Policy): ReadonlySet<Expr> {
  const expressions = expressionsInStream(body);
  const asked = new Set(expressions.flatMap((expr) => (expr.kind === "present" ? [expr.of] : [])));
  const read = new Set(
    expressions.flatMap((expr) => (expr.kind === "local" && !asked.has(expr) ? [expr.name] : [])),
  );
  const values = bindingsInStream(body).flatMap(({ binder, as, of }) =>
    as === "value" && !read.has(binder.name) ? [of] : [],
  );
  // What stands elsewhere as well may be read there.
  return new Set(values.filter((value) => expressions.filter((expr) => expr === value).length === 1));
}
