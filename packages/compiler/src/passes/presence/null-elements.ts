import type { Span } from "@policyc/diagnostics";
import {
  absentType,
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
    return rewritePolicy(policy, {
      expression: (expr) => {
        if (expr.kind === "index") return own(expr.of) ? { ...expr, of: withoutOptionals(expr.of) } : expr;
        if (expr.kind === "call")
          return { ...expr, args: expr.args.map((arg) => (own(arg) ? withoutOptionals(arg) : arg)) };
        if (expr.kind !== "quantify" && expr.kind !== "collect") return expr;
        const known = elementOf(expr.iteration, own, expr.span);
        return known === undefined ? expr : { ...substitute(expr, known.reads), iteration: known.iteration };
      },
      stream: (stream): Stream => {
        const known = stream.kind === "each" ? elementOf(stream.iteration, own, stream.span) : undefined;
        if (stream.kind !== "each" || known === undefined) return stream;
        return { ...stream, iteration: known.iteration, body: substituteInStream(stream.body, known.reads) };
      },
    });
  },
};

function holdsNull(type: Type): boolean {
  const list = required(type);
  return list.kind === "list" && list.element.kind === "optional" && list.element.nullable === true;
}

/** The list as CEL has it, whose elements are no optionals. */
function withoutOptionals(list: Expr): Expr {
  const type = required(list.type);
  if (type.kind !== "list" || !holdsNull(type)) return list;
  const plain: Type = { kind: "list", element: required(type.element) };
  return { ...list, type: list.type.kind === "optional" ? { ...list.type, of: plain } : plain };
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
  const read: Expr = {
    kind: "conditional",
    test: { kind: "call", intrinsic: "is.given", args: [element], type: booleanType, span },
    then: element,
    else: { kind: "absent", type: absentType, span },
    type: optional(type),
    span,
  };
  return { iteration: { ...iteration, binder: { ...binder, type } }, reads: new Map([[binder.name, read]]) };
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

function isNothing(list: Expr): boolean {
  return list.kind === "absent" || (list.kind === "list" && list.items.length === 0);
}
