import type { Span } from "@policyc/diagnostics";
import {
  absentType,
  type Bind,
  type Binder,
  type Binding,
  bindingsInStream,
  booleanType,
  type Expr,
  expressionsInStream,
  type Iteration,
  optional,
  required,
  type Stream,
  substitute,
  type Type,
} from "@policyc/ir";
import { FreshNames } from "../tree/fresh-names.js";
import type { Pass } from "../tree/pass.js";
import { rewritePolicy } from "../tree/rewrite.js";
import { substituteInStream } from "../tree/substitute.js";

/**
 * An element of the object's own list that may be `null`: CEL has no optional there, as it has in a list that a policy
 * makes, and the element is asked whether it is `null` instead. Of a policy without functions.
 */
export const nullElements: Pass = {
  name: "null-elements",
  run: (policy) => {
    if (!expressionsInStream(policy.body).some(({ type }) => holdsNull(type))) return policy;
    const own = ownLists(bindingsInStream(policy.body));
    const made = madeOf(own, FreshNames.of(policy));
    return rewritePolicy(policy, {
      expression: (expr) => {
        if (own(expr)) return named(withoutOptionals(expr), own);
        if (expr.kind !== "quantify" && expr.kind !== "collect") return named(beside(expr, made), own);
        const known = elementOf(expr.iteration, own, expr.span);
        return known === undefined ? expr : { ...substitute(expr, known.reads), iteration: known.iteration };
      },
      stream: (stream): Stream => {
        if (stream.kind === "bind") return named(stream, own);
        const known = stream.kind === "each" ? elementOf(stream.iteration, own, stream.span) : undefined;
        if (stream.kind !== "each" || known === undefined) return stream;
        return { ...stream, iteration: known.iteration, body: substituteInStream(stream.body, known.reads) };
      },
    });
  },
};

function holdsNull(type: Type): boolean {
  const list = required(type);
  const isOfElements = list.kind === "list" || list.kind === "set";
  return isOfElements && list.element.kind === "optional" && list.element.nullable === true;
}

/** The list as CEL has it, whose elements are no optionals. */
function withoutOptionals(list: Expr): Expr {
  const type = plain(list.type);
  return type === list.type ? list : { ...list, type };
}

function plain(type: Type): Type {
  const list = required(type);
  if ((list.kind !== "list" && list.kind !== "set") || !holdsNull(list)) return type;
  const raw: Type = { ...list, element: required(list.element) };
  return type.kind === "optional" ? { ...type, of: raw } : raw;
}

/** What a name stands for it is itself: later passes ask the name. */
function named<T extends Expr | Bind>(holder: T, isOwn: (list: Expr) => boolean): T {
  if ((holder.kind !== "let" && holder.kind !== "bind") || !isOwn(holder.value)) return holder;
  const { binder } = holder;
  const type = plain(binder.type);
  return type === binder.type ? holder : { ...holder, binder: { ...binder, type } };
}

/** Beside a list that the policy makes, the object's own one has its elements as that has them. */
function beside(expr: Expr, made: (list: Expr, like: Type) => Expr): Expr {
  const type = required(expr.type);
  if (type.kind !== "list" || type.element.kind !== "optional") return expr;
  if (expr.kind === "coalesce")
    return { ...expr, of: made(expr.of, expr.type), fallback: made(expr.fallback, expr.type) };
  if (expr.kind === "conditional")
    return { ...expr, then: made(expr.then, expr.type), else: made(expr.else, expr.type) };
  if (expr.kind !== "list") return expr;
  const items = expr.items.map((item) =>
    item.spread ? { ...item, value: made(item.value, expr.type) } : item,
  );
  return { ...expr, items };
}

function madeOf(isOwn: (list: Expr) => boolean, names: FreshNames): (list: Expr, like: Type) => Expr {
  return (list, like) => {
    const [own, wanted] = [required(list.type), required(like)];
    if (!isOwn(list) || own.kind !== "list" || wanted.kind !== "list" || isNothing(list)) return list;
    const { span } = list;
    const binder: Binder = { name: names.unique("element"), type: own.element };
    const value = whereGiven({ kind: "local", name: binder.name, type: own.element, span });
    const each = (over: Expr): Expr => ({
      kind: "collect",
      iteration: { over, binder },
      value,
      flatten: false,
      into: "list",
      type: wanted,
      span,
    });
    if (list.type.kind !== "optional") return each(list);
    const test: Expr = { kind: "present", of: list, type: booleanType, span };
    const none: Expr = { kind: "absent", type: absentType, span };
    return {
      kind: "conditional",
      test,
      then: each({ ...list, type: own }),
      else: none,
      type: list.type,
      span,
    };
  };
}

function mayBeNull({ type }: Binder): boolean {
  return type.kind === "optional" && type.nullable === true;
}

interface Element {
  readonly iteration: Iteration;
  /** What becomes of reads of the element. */
  readonly reads: ReadonlyMap<string, Expr>;
}

function elementOf(iteration: Iteration, isOwn: (list: Expr) => boolean, span: Span): Element | undefined {
  const { binder } = iteration;
  if (!mayBeNull(binder) || !isOwn(iteration.over)) return undefined;
  const type = required(binder.type);
  const element: Expr = { kind: "local", name: binder.name, type, span };
  const reads = new Map([[binder.name, whereGiven(element)]]);
  return { iteration: { ...iteration, binder: { ...binder, type } }, reads };
}

function whereGiven(element: Expr): Expr {
  const { type, span } = element;
  return {
    kind: "conditional",
    test: { kind: "call", intrinsic: "is.given", args: [element], type: booleanType, span },
    then: element,
    else: { kind: "absent", type: absentType, span },
    type: optional(type),
    span,
  };
}

/** Tells the lists that are as the object has them. */
function ownLists(bindings: readonly Binding[]): (list: Expr) => boolean {
  const byName = new Map(bindings.map((binding) => [binding.binder.name, binding]));
  const isOwn = (list: Expr): boolean => {
    switch (list.kind) {
      case "field":
      case "index":
        return isOwn(list.of);
      case "input":
        return true;
      case "coalesce":
        return isOwn(list.of) && (isNothing(list.fallback) || isOwn(list.fallback));
      case "conditional":
        return [list.then, list.else].every((way) => isNothing(way) || isOwn(way));
      case "let":
        return isOwn(list.body);
      case "call": {
        const [of] = list.args;
        return of !== undefined && keepsElements.has(list.intrinsic) && isOwn(of);
      }
      case "local": {
        const binding = byName.get(list.name);
        return binding !== undefined && binding.as !== "key" && isOwn(binding.of);
      }
      default:
        return false;
    }
  };
  return isOwn;
}

const keepsElements: ReadonlySet<string> = new Set([
  "list.distinct",
  "list.reversed",
  "list.slice",
  "set.of",
]);

function isNothing(list: Expr): boolean {
  return list.kind === "absent" || (list.kind === "list" && list.items.length === 0);
}
