import { type Body, type Literal, type Rule, ref, type Term, type Way } from "../syntax.js";
import { boundByBody, readsOf, variablesOfBody } from "../walk.js";
import { mapLine, mapParts } from "./map-parts.js";
import { renameRule } from "./rename.js";

type Assign = Extract<Literal, { kind: "assign" }>;
type Some = Extract<Literal, { kind: "some" }>;

/**
 * `labels := object.get(input, ["parameters", "labels"], [])` for the sake of one loop: it goes through
 * `input.parameters.labels`, and through nothing where there is none.
 */
export function withListsInPlace(way: Way): Way {
  return way.body.reduce<Way>((result, line) => {
    const plain = line.kind === "assign" ? plainList(line.value) : undefined;
    return line.kind !== "assign" || plain === undefined ? result : inPlace(line, plain, result);
  }, way);
}

function inPlace(assign: Assign, plain: Term, way: Way): Way {
  const others = way.body.filter((line) => line !== assign);
  const [only, second] = readsOf(assign.name, others, way.value === undefined ? [] : [way.value]);
  if (only === undefined || second !== undefined || only.kind !== "var") return way;
  let isGoneThrough = false;
  const put = (term: Term): Term => mapParts(term, put, putIn);
  const putIn = (body: Body): Body => body.map(putInto);
  const putInto = (line: Literal): Literal => {
    if (line.kind !== "some" || line.over !== only) return mapLine(line, put, putIn);
    isGoneThrough = true;
    return { ...line, over: plain };
  };
  const written = {
    ...way,
    body: putIn(others),
    ...(way.value === undefined ? {} : { value: put(way.value) }),
  };
  return isGoneThrough ? written : way;
}

/** The reference in `object.get(of, path, [])`. */
function plainList(term: Term): Term | undefined {
  if (term.kind !== "call" || term.name !== "object.get") return undefined;
  const [of, path, fallback] = term.args;
  if (of === undefined || path === undefined || fallback?.kind !== "array" || fallback.items.length > 0)
    return undefined;
  const keys = path.kind === "array" ? path.items : [path];
  return of.kind === "var" || of.kind === "ref"
    ? keys.reduce<Term>((base, key) => ref(base, key), of)
    : undefined;
}

/**
 * `others := [other | some other in all; not is_same(other)]` for the sake of one loop of a rule: the loop goes through
 * all and asks, and no list is made. Where no order counts, and not how often something is found.
 */
export function withFilteredLoops(rule: Rule): Rule {
  if (rule.kind !== "contains") return rule;
  for (const line of rule.body) {
    const fused = line.kind === "assign" ? filteredLoop(rule, line) : undefined;
    if (fused !== undefined) return withFilteredLoops(fused);
  }
  return rule;
}

function filteredLoop(rule: Extract<Rule, { kind: "contains" }>, assign: Assign): Rule | undefined {
  const { value: list } = assign;
  if (list.kind !== "comprehension" || list.into !== "array" || list.head.kind !== "var") return undefined;
  const element = list.head.name;
  const bound = boundByBody(list.body);
  if (list.body[0]?.kind !== "some" || !bound.includes(element)) return undefined;
  const [read, second] = readsOf(assign.name, rule.body, [rule.element]);
  const loop = rule.body.find(
    (line): line is Some => line.kind === "some" && line.over === read && line.key === undefined,
  );
  if (loop === undefined || second !== undefined) return undefined;
  const others = rule.body.filter((line) => line !== assign);
  const taken = new Set([...boundByBody(others), ...variablesOfBody(others)]);
  const isShared = (name: string): boolean => name === "_" || (name === element && name === loop.name);
  if (bound.some((name) => taken.has(name) && !isShared(name))) return undefined;
  const body = rule.body.flatMap((line) => (line === assign ? list.body : line === loop ? [] : [line]));
  // Nothing reads `_`, and every line may have one of its own.
  if (loop.name === "_") return { ...rule, body };
  return renameRule({ ...rule, body }, (name) => (name === loop.name ? element : name));
}
