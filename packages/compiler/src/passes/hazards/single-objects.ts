import { bindingsInStream, childrenOf, type Expr, type Inventory, type Policy } from "@policyc/ir";

/**
 * Tells the lists that hold at most one object of the cluster, and so have no order: those of a kind that have one
 * name, in one namespace if the kind has any. Of a policy without functions.
 */
export function singleObjects(policy: Policy): (expr: Expr) => boolean {
  const values = new Map(
    bindingsInStream(policy.body).flatMap(({ binder, as, of }) =>
      as === "value" ? [[binder.name, of] as const] : [],
    ),
  );
  return (expr) => {
    if (expr.kind !== "collect" || expr.into !== "list" || expr.flatten || expr.where === undefined)
      return false;
    const inventory = inventoryOf(expr.iteration.over, values);
    if (inventory === undefined) return false;
    const fixed = [...fixedBy(expr.where, expr.iteration.binder.name, values)];
    const isInOnePlace = inventory.namespace !== undefined || inventory.resource.scope === "Cluster";
    return fixed.includes("name") && (isInOnePlace || fixed.includes("namespace"));
  };
}

type Values = ReadonlyMap<string, Expr>;

/** What a list of objects is picked from. */
function inventoryOf(list: Expr, values: Values): Inventory | undefined {
  const of = named(list, values);
  if (of.kind === "inventory") return of;
  const isPicked =
    of.kind === "collect" &&
    !of.flatten &&
    of.value.kind === "local" &&
    of.value.name === of.iteration.binder.name;
  return isPicked ? inventoryOf(of.iteration.over, values) : undefined;
}

/** Fields of `metadata` that the condition wants to equal what does not depend on the object. */
function* fixedBy(where: Expr, object: string, values: Values): Generator<string> {
  if (where.kind === "let") yield* fixedBy(where.body, object, values);
  if (where.kind === "logic" && where.operator === "and")
    for (const operand of where.operands) yield* fixedBy(operand, object, values);
  if (where.kind !== "compare" || where.operator !== "==") return;
  for (const [one, other] of [
    [where.left, where.right],
    [where.right, where.left],
  ] as const) {
    const field = metadataField(one, object, values);
    if (field !== undefined && !mentions(other, object, values)) yield field;
  }
}

/** `name` of `object.metadata.name`, with something or nothing in its place. */
function metadataField(expr: Expr, object: string, values: Values): string | undefined {
  const read = named(expr.kind === "coalesce" ? expr.of : expr, values);
  if (read.kind !== "field") return undefined;
  const metadata = named(read.of, values);
  if (metadata.kind !== "field" || metadata.name !== "metadata") return undefined;
  const of = named(metadata.of, values);
  return of.kind === "local" && of.name === object ? read.name : undefined;
}

function mentions(expr: Expr, object: string, values: Values): boolean {
  const of = named(expr, values);
  if (of.kind === "local" && of.name === object) return true;
  return childrenOf(of).some((child) => mentions(child, object, values));
}

/** What a name stands for. */
function named(expr: Expr, values: Values): Expr {
  const value = expr.kind === "local" ? values.get(expr.name) : undefined;
  return value === undefined ? expr : named(value, values);
}
