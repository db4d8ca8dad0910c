import {
  type Bind,
  type Expr,
  expressionsIn,
  type InputRoot,
  type Policy,
  type Stream,
  substitute,
  unnumbered,
  type Verified,
  verify,
} from "@policyc/ir";
import { conjunction, negated } from "../../passes/fold/logic.js";
import { prune } from "../../passes/prune.js";

/** Which requests a policy looks at, beside their kinds. */
export interface RequestCondition {
  readonly name: string;
  readonly when: Expr;
  readonly doc?: string;
}

/** What a policy asks of the request before anything else, and what it asks then. */
export interface OfRequests {
  readonly conditions: readonly RequestCondition[];
  readonly policy: Verified<Policy>;
}

/**
 * A policy that does nothing for some requests, `if (isPodUpdate(object, request)) return`, or for some objects by their
 * name, has a condition of its match: engines do not evaluate it for them at all. An error in a condition is one in a validation: both follow `failurePolicy`.
 */
export function requestConditions(policy: Verified<Policy>): OfRequests {
  const named = new Map<string, Bind>();
  let stream = policy.body;
  for (; stream.kind === "bind"; stream = stream.body) named.set(stream.binder.name, stream);
  if (stream.kind !== "guard") return { conditions: [], policy };
  const conditions: RequestCondition[] = [];
  const others: Expr[] = [];
  for (const test of conjuncts(stream.when)) {
    const when = writtenOut(test, named);
    if (isOfRequest(when) || leavesOut(test, when, named)) conditions.push({ ...nameOf(test, named), when });
    else others.push(test);
  }
  const { then } = stream;
  // Something has to be left to say of the object.
  if (conditions.length === 0 || (others.length === 0 && then.kind === "violation"))
    return { conditions: [], policy };
  const rest: Stream =
    others.length === 0 ? then : { ...stream, when: conjunction(others, stream.when.span) };
  const body = replaced(policy.body, rest);
  return { conditions, policy: verify(prune.run({ ...policy, body })) };
}

/** `a && !(b || c)`: what has to hold, one by one. */
function conjuncts(expr: Expr): readonly Expr[] {
  if (expr.kind === "logic" && expr.operator === "and") return expr.operands.flatMap(conjuncts);
  if (expr.kind !== "not" || expr.operand.kind !== "logic" || expr.operand.operator !== "or") return [expr];
  return expr.operand.operands.flatMap((operand) => conjuncts(negated(operand)));
}

/** The stream with another one behind the values at its top. */
function replaced(stream: Stream, rest: Stream): Stream {
  return stream.kind === "bind" ? { ...stream, body: replaced(stream.body, rest) } : rest;
}

/** The expression with its variables written out: a condition of a match sees none. */
function writtenOut(expr: Expr, named: ReadonlyMap<string, Bind>): Expr {
  const values = [...named].map(([name, { value }]) => [name, value] as const);
  return values.reduceRight((result, [name, value]) => substitute(result, new Map([[name, value]])), expr);
}

/** Does it ask for nothing but what the request says of itself: its operation, the kind of its object? */
function isOfRequest(expr: Expr): boolean {
  const parts = expressionsIn(expr);
  const asksRequest = parts.some((part) => isRoot(part, "request") || isPresenceOfOld(part));
  return asksRequest && parts.every((part) => kinds.has(part.kind)) && readsOnly(parts, ["kind"]);
}

/**
 * Does it leave out objects by what they are called, `if (isBuiltInRole(object)) return`? A function of the author's that
 * reads an object's name and labels alone; what the policy asks of them itself is no exclusion.
 */
function leavesOut(test: Expr, when: Expr, named: ReadonlyMap<string, Bind>): boolean {
  if (test.kind !== "not" || test.operand.kind !== "local") return false;
  if (named.get(test.operand.name)?.binder.doc === undefined) return false;
  const parts = expressionsIn(when);
  const isSaid = (part: Expr): boolean =>
    kinds.has(part.kind) || part.kind === "index" || part.kind === "list" || isTextTest(part);
  return parts.every(isSaid) && readsOnly(parts, ["kind", "metadata"]);
}

const kinds: ReadonlySet<Expr["kind"]> = new Set([
  ...(["input", "field", "literal", "present", "coalesce", "compare", "not", "logic"] as const),
]);

const textTests: ReadonlySet<string> = new Set([
  ...["string.startsWith", "string.endsWith", "string.includes", "list.includes"],
]);

function isTextTest(expr: Expr): boolean {
  return expr.kind === "call" && textTests.has(expr.intrinsic);
}

/** Is nothing read but the request, these fields of the object, and whether there was one before? */
function readsOnly(parts: readonly Expr[], fields: readonly string[]): boolean {
  const ofObject = parts.filter(
    (part) => part.kind === "field" && fields.includes(part.name) && isRoot(part.of, "object"),
  );
  const others = parts.filter((part) => part.kind === "input" && part.root !== "request");
  return others.length === ofObject.length + parts.filter(isPresenceOfOld).length;
}

function isPresenceOfOld(expr: Expr): boolean {
  return expr.kind === "present" && isRoot(expr.of, "oldObject");
}

function isRoot(expr: Expr, root: InputRoot): boolean {
  return expr.kind === "input" && expr.root === root;
}

/** `not-pod-update`, after the variable that is asked for; what has no name asks for the operation. */
function nameOf(test: Expr, named: ReadonlyMap<string, Bind>): Omit<RequestCondition, "when"> {
  const read = test.kind === "not" ? test.operand : test;
  const variable = read.kind === "local" ? named.get(read.name)?.binder : undefined;
  if (variable === undefined) return { name: "operation" };
  const words = unnumbered(variable.name)
    .replace(/^is(?=[A-Z])/, "")
    .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    .replace(/^-/, "");
  const { doc } = variable;
  return { name: test.kind === "not" ? `not-${words}` : words, ...(doc === undefined ? {} : { doc }) };
}
