import {
  bindingsInStream,
  childrenOf,
  type Expr,
  type Inventory,
  type Iteration,
  type Policy,
  required,
} from "@policyc/ir";

/**
 * Tells the lists that hold at most one object of the cluster, and so have no order: those of a kind that have one
 * name, in one namespace if the kind has any; and those of at most one entry of a map, that of a key. Of a policy without
 * functions.
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
    if (inventory === undefined) return isOfOneKey(expr.iteration, expr.where, values);
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

/** `Object.entries(labels).filter(([key]) => key === name)`, whether the loop goes through the map or through its entries. */
function isOfOneKey(iteration: Iteration, where: Expr, values: Values): boolean {
  const { over, binder, key } = iteration;
  const isKey = (expr: Expr): boolean => {
    const read = named(expr, values);
    if (read.kind === "local" && read.name === keyOfTurn(iteration, values)) return true;
    const of = read.kind === "index" && isFirst(read.key) ? named(read.of, values) : undefined;
    return of?.kind === "local" && of.name === binder.name && isOfEntries(named(over, values), values);
  };
  const turn = key === undefined ? [binder.name] : [binder.name, key.name];
  return [...equalIn(where)].some(
    ([one, other]) => isKey(one) && !turn.some((name) => mentions(other, name, values)),
  );
}

/** The entries of a map as a list of pairs, each of which begins with its key. */
function isOfEntries(list: Expr, values: Values): boolean {
  const [only, another] = list.kind === "list" ? list.items : [];
  if (only?.spread === true && another === undefined) return isOfEntries(named(only.value, values), values);
  if (list.kind !== "collect" || list.into !== "list" || list.flatten) return false;
  const isPicked = list.value.kind === "local" && list.value.name === list.iteration.binder.name;
  if (isPicked) return isOfEntries(named(list.iteration.over, values), values);
  const pair = named(list.value, values);
  const [first] = pair.kind === "list" ? pair.items : [];
  const key = first === undefined || first.spread ? undefined : named(first.value, values);
  return key?.kind === "local" && key.name === keyOfTurn(list.iteration, values);
}

/** What a loop calls that which is another one in each of its turns: a key, or an element of a list that has each once. */
function keyOfTurn({ over, binder, key }: Iteration, values: Values): string | undefined {
  if (!isList(over)) return key?.name;
  const list = named(over, values);
  const isOnceEach =
    list.kind === "call" && (list.intrinsic === "list.distinct" || list.intrinsic === "map.keys");
  return isOnceEach ? binder.name : undefined;
}

function isList({ type }: Expr): boolean {
  return required(type).kind === "list" || required(type).kind === "set";
}

function isFirst(position: Expr): boolean {
  return position.kind === "literal" && position.value === 0;
}

/** What has to be equal for the condition to hold, either way round. */
function* equalIn(where: Expr): Generator<readonly [Expr, Expr]> {
  if (where.kind === "let") yield* equalIn(where.body);
  if (where.kind === "logic" && where.operator === "and")
    for (const operand of where.operands) yield* equalIn(operand);
  if (where.kind !== "compare" || where.operator !== "==") return;
  yield [where.left, where.right];
  yield [where.right, where.left];
}

/** Fields of `metadata` that the condition wants to equal what does not depend on the object. */
function* fixedBy(where: Expr, object: string, values: Values): Generator<string> {
  for (const [one, other] of equalIn(where)) {
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
