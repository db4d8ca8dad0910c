import {
  bindingsInStream,
  type Collect,
  type Expr,
  freeNames,
  type Inventory,
  type Iteration,
  type Policy,
  required,
} from "@policyc/ir";

/**
 * Tells the maps of pairs of which it makes no difference in which order those with one key come: no two that come in an
 * order of their own have the same key, or all have the same value. Of a policy without functions.
 */
export function anyCounts(policy: Policy): (map: Collect) => boolean {
  let sources: Sources | undefined;
  return (map) => {
    sources ??= sourcesIn(policy);
    return isDefined(map.iteration.over, sources);
  };
}

/** What names of `const`s stand for. */
type Sources = ReadonlyMap<string, Expr>;

function sourcesIn({ body }: Policy): Sources {
  return new Map(
    bindingsInStream(body).flatMap(({ binder, as, of }) =>
      as === "value" ? [[binder.name, of] as const] : [],
    ),
  );
}

/** What a name stands for. */
function named(expr: Expr, sources: Sources): Expr {
  const value = expr.kind === "local" ? sources.get(expr.name) : undefined;
  return value === undefined ? expr : named(value, sources);
}

/** Is it defined which of the pairs with one key is the last? */
function isDefined(list: Expr, sources: Sources): boolean {
  const pairs = named(list, sources);
  switch (pairs.kind) {
    case "let":
      return isDefined(pairs.body, sources);
    case "conditional":
      return isDefined(pairs.then, sources) && isDefined(pairs.else, sources);
    case "list":
      return pairs.items.every(({ spread, value }) => !spread || isDefined(value, sources));
    case "collect":
      return isDefinedIn(pairs, sources);
    default:
      return isInOrder(pairs, sources);
  }
}

/** Is it defined what comes after what? */
function isInOrder(list: Expr, sources: Sources): boolean {
  const of = named(list, sources);
  switch (of.kind) {
    case "field":
    case "index":
      return required(of.type).kind === "list";
    case "let":
      return isInOrder(of.body, sources);
    case "conditional":
      return isInOrder(of.then, sources) && isInOrder(of.else, sources);
    case "coalesce":
      return isInOrder(of.of, sources) && isInOrder(of.fallback, sources);
    case "list":
      return of.items.every(({ spread, value }) => !spread || isInOrder(value, sources));
    case "collect":
      return (
        of.into === "list" &&
        isInOrder(of.iteration.over, sources) &&
        (!of.flatten || isInOrder(of.value, sources))
      );
    default:
      return false;
  }
}

function isDefinedIn({ iteration, value, flatten }: Collect, sources: Sources): boolean {
  if (isInOrder(iteration.over, sources)) return !flatten || isDefined(value, sources);
  const pairs = flatten ? itemsOf(value, sources) : [value];
  return pairs?.every((pair) => isTold(pair, iteration, sources)) ?? false;
}

/** The pairs of one turn, where all are written out. */
function itemsOf(list: Expr, sources: Sources): readonly Expr[] | undefined {
  const of = named(list, sources);
  if (of.kind === "let") return itemsOf(of.body, sources);
  if (of.kind === "list")
    return of.items.some(({ spread }) => spread) ? undefined : of.items.map((item) => item.value);
  if (of.kind !== "conditional") return undefined;
  const [one, other] = [itemsOf(of.then, sources), itemsOf(of.else, sources)];
  return one && other && [...one, ...other];
}

/** A pair whose key no other turn has, or whose value all turns have. */
function isTold(pair: Expr, iteration: Iteration, sources: Sources): boolean {
  const of = named(pair, sources);
  if (of.kind === "let") return isTold(of.body, iteration, sources);
  const [key, value] = [partOf(of, 0), partOf(of, 1)];
  if (value !== undefined && freeNames(value).size === 0) return true;
  return key !== undefined && isUnique(key, iteration, sources);
}

function partOf(pair: Expr, at: number): Expr | undefined {
  if (pair.kind === "list") return pair.items[at]?.value;
  if (pair.kind !== "local") return undefined;
  const { span } = pair;
  const key: Expr = { kind: "literal", value: at, type: { kind: "number", integer: true }, span };
  return { kind: "index", of: pair, key, type: { kind: "unknown" }, span };
}

/** Has each turn a value of its own? */
function isUnique(expr: Expr, iteration: Iteration, sources: Sources): boolean {
  const of = named(expr, sources);
  const { binder, key, over } = iteration;
  if (of.kind === "let") return isUnique(of.body, iteration, sources);
  if (of.kind === "concat") {
    const [one, another] = of.parts.filter((part) => part.kind !== "literal");
    return one !== undefined && another === undefined && isUnique(one, iteration, sources);
  }
  if (of.kind === "local" && of.name === key?.name) return true;
  const source = named(over, sources);
  if (source.kind === "inventory") return isNameOf(of, binder.name, source, sources);
  if (of.kind === "local")
    return of.name === binder.name && (isDistinct(source) || isUniquePart(of, source, sources));
  if (of.kind !== "field" && of.kind !== "index") return false;
  const whole = named(of.of, sources);
  if (whole.kind !== "local" || whole.name !== binder.name) return false;
  return isUniquePart(of, source, sources);
}

/** A part of what a list that is made of another one holds, or the whole of it. */
function isUniquePart(part: Expr, source: Expr, sources: Sources): boolean {
  if (source.kind !== "collect" || source.flatten || source.into !== "list") return false;
  const value = named(source.value, sources);
  if (part.kind === "local") return isUnique(value, source.iteration, sources);
  if (part.kind !== "field" && part.kind !== "index") return false;
  const at = part.kind === "index" && part.key.kind === "literal" ? part.key.value : undefined;
  if (value.kind === "list" && typeof at === "number") {
    const item = value.items[at];
    return item !== undefined && !item.spread && isUnique(item.value, source.iteration, sources);
  }
  if (value.kind === "record") {
    const name = part.kind === "field" ? part.name : at;
    const entry = value.entries.find((each) => each.name === name);
    return entry !== undefined && isUnique(entry.value, source.iteration, sources);
  }
  return value.kind === "local" && isUnique({ ...part, of: value }, source.iteration, sources);
}

function isDistinct(list: Expr): boolean {
  return (
    required(list.type).kind === "set" ||
    (list.kind === "call" && (list.intrinsic === "map.keys" || list.intrinsic === "list.distinct"))
  );
}

/** The name of an object of the cluster, where no two of the list have the same one. */
function isNameOf(expr: Expr, object: string, { resource, namespace }: Inventory, sources: Sources): boolean {
  if (expr.kind !== "field") return false;
  const metadata = named(expr.of, sources);
  if (metadata.kind !== "field" || metadata.name !== "metadata") return false;
  const of = named(metadata.of, sources);
  const isInOnePlace = namespace !== undefined || resource.scope === "Cluster";
  return (
    of.kind === "local" &&
    of.name === object &&
    (expr.name === "uid" || (expr.name === "name" && isInOnePlace))
  );
}
