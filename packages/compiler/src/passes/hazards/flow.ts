import type { Diagnostic } from "@policyc/diagnostics";
import { childrenOf, type Expr, type Iteration, type Policy, partsOf, type Stream } from "@policyc/ir";
import { atSomeOf } from "./places.js";

/** Names whose values have a property that is followed from where it arises to where it does harm, or `name/…` for a place in one. */
export type Names = ReadonlySet<string>;

/** A property of values, such as the order of a list being nobody's choice. */
export interface Flow {
  readonly has: (expr: Expr, names: Names) => boolean;
  /** Whether what a loop goes through gives it to each turn. */
  readonly inTurn: (iteration: Iteration, names: Names) => boolean;
  /** Where in a value something has it, which `has` and `inTurn` say of the value itself and of its elements. */
  readonly places?: (expr: Expr, names: Names) => readonly string[];
  readonly isHarmful: (expr: Expr, names: Names) => boolean;
  readonly isHarmfulLoop?: (iteration: Iteration, names: Names) => boolean;
  /** The parts of an expression where it may do harm; all, where nothing is said. */
  readonly parts?: (expr: Expr) => readonly Expr[];
}

/** A property that does harm, found in a policy without functions. */
export interface Hazard {
  /** Whether a value has it by itself: where none has, a policy need not be searched. */
  readonly begins: (expr: Expr) => boolean;
  readonly problems: (flat: Policy) => readonly Diagnostic[];
}

/** Where a property does harm in a policy without functions, each place once. */
export function harmfulPlaces(policy: Policy, flow: Flow): readonly Expr[] {
  const found = inStream(policy.body, flow, new Set());
  return [...new Map([...found].map((expr) => [JSON.stringify(expr.span), expr])).values()];
}

function* inStream(stream: Stream, flow: Flow, names: Names): Generator<Expr> {
  const { expressions, streams } = partsOf(stream);
  for (const expr of expressions) yield* inExpression(expr, flow, names);
  if (stream.kind === "each" && flow.isHarmfulLoop?.(stream.iteration, names) === true)
    yield stream.iteration.over;
  for (const child of streams) yield* inStream(child, flow, within(stream, flow, names));
}

function* inExpression(expr: Expr, flow: Flow, names: Names): Generator<Expr> {
  if (flow.isHarmful(expr, names)) yield expr;
  const inner = within(expr, flow, names);
  const outside = expr.kind === "let" ? expr.value : "iteration" in expr ? expr.iteration.over : undefined;
  for (const part of flow.parts?.(expr) ?? childrenOf(expr))
    yield* inExpression(part, flow, part === outside ? names : inner);
}

/** The names in sight of what a binding or a loop holds. */
export function within(node: Expr | Stream, flow: Flow, names: Names): Names {
  if (node.kind === "let" || node.kind === "bind") {
    const held = flow.places?.(node.value, names) ?? (flow.has(node.value, names) ? [""] : []);
    return withHeld(names, node.binder.name, held);
  }
  if (!("iteration" in node)) return names;
  const { iteration } = node;
  const held = flow.places?.(iteration.over, names).flatMap(atSomeOf);
  return withHeld(names, iteration.binder.name, held ?? (flow.inTurn(iteration, names) ? [""] : []));
}

function withHeld(names: Names, name: string, held: readonly string[]): Names {
  return held.length === 0 ? names : new Set([...names, ...held.map((place) => name + place)]);
}

/** A name, a choice and a binding have it where one of their ways has; nothing is said of any other expression. */
export function oneWayHas(expr: Expr, flow: Flow, names: Names): boolean | undefined {
  switch (expr.kind) {
    case "local":
      return names.has(expr.name);
    case "conditional":
      return flow.has(expr.then, names) || flow.has(expr.else, names);
    case "coalesce":
      return flow.has(expr.of, names) || flow.has(expr.fallback, names);
    case "let":
      return flow.has(expr.body, within(expr, flow, names));
    default:
      return undefined;
  }
}
