import type { Bind, Expr, Guard, Policy, Stream, Verified, Violation } from "@policyc/ir";
import { type Bound, Bounds } from "./bounds.js";
import { binary, call, choice, int, method, name, not, or, select, text } from "./build.js";
import { Context, type ParameterRoot, type Unsayable } from "./context.js";
import { bound } from "./expressions/building.js";
import { lowerExpression } from "./expressions/index.js";
import { withoutLineBreaks } from "./line-breaks.js";
import { optionalOf, plain, strictlyText, unseenValue, unwrap } from "./lowered.js";
import { celName } from "./names.js";
import { print } from "./print.js";
import type { Cel } from "./syntax.js";
import { asList, separator } from "./violations.js";

export type { ParameterRoot, Unsayable } from "./context.js";

/** A policy in CEL: one validation that holds where there is no violation, and says all of them otherwise. */
export interface CelProgram {
  /** Evaluated at most once, when they are needed; each may read those before it. */
  readonly variables: readonly CelVariable[];
  /** True where there is no violation. */
  readonly expression: string;
  /** Said otherwise: a text that is known, … */
  readonly message: string;
  /** … or one that is computed. */
  readonly messageExpression?: string;
}

export interface CelVariable {
  readonly name: string;
  readonly expression: string;
  /** What the author says of the function that gives it. */
  readonly doc?: string;
}

export interface CelOptions {
  readonly unsayable: Unsayable;
  /** The oldest Kubernetes that compiles it, e.g. `1.30`. */
  readonly minKubernetes: string;
  /** The fields of `request` that its reader does not give. */
  readonly untold?: readonly string[];
  /** Where parameters are read, if not written out. */
  readonly parameters?: ParameterRoot;
}

/** Kubernetes drops a message that is longer, and says `message` instead (k8s.io/apiserver/pkg/apis/cel). */
const longestMessage = 5 * 1024;

/** Lowers a policy whose functions are inlined. */
export function toCel(policy: Verified, options: CelOptions): CelProgram {
  const variables: CelVariable[] = [];
  let cx = new Context({ policy, ...options, lower: lowerExpression });
  const values = new Map<string, Expr>();
  let body: Stream = policy.body;
  for (; body.kind === "bind"; body = body.body) {
    const named = nameVariable(body, variables, cx);
    variables.push(named.variable);
    values.set(body.binder.name, body.value);
    cx = named.cx;
  }
  const bounds = new Bounds(policy, values);
  const title = policy.title.replace(/\s+/g, " ").trim();
  if (body.kind === "guard" && body.then.kind === "violation") {
    const { length, isSingleLine } = bounds.ofStream(body);
    if (length <= longestMessage && isSingleLine)
      return { variables, ...singleRequirement(body, body.then, title, cx) };
  }
  if (body.kind === "sequence" && body.items.length === 0)
    return { variables: [], expression: print({ kind: "boolean", value: true }), message: title };
  const onOneLine = withoutLineBreaks(body, bounds) ?? body;
  return { ...joined(onOneLine, variables, bounds.ofStream(onOneLine), cx), message: title };
}

/** A condition that stands alone, such as one of matchConditions, which see no variables. */
export function toCelCondition(condition: Expr, policy: Policy, parameters?: ParameterRoot): string {
  const cx = new Context({
    policy,
    minKubernetes: "1.30",
    unsayable: () => {},
    ...(parameters === undefined ? {} : { parameters }),
    lower: lowerExpression,
  });
  const { cel, type } = unwrap(cx.lower(condition));
  return print(strictlyBoolean(cel, type));
}

function nameVariable(
  bind: Bind,
  before: readonly CelVariable[],
  cx: Context,
): { readonly variable: CelVariable; readonly cx: Context } {
  const value = bound(bind, cx);
  const { name: wanted, doc } = bind.binder;
  const said = doc === undefined ? {} : { doc };
  const variable = { name: freeName(wanted, before), expression: print(value.cel), ...said };
  const read = select(name("variables"), variable.name);
  const meaning =
    value.optional === undefined ? plain(read, value.type) : optionalOf(read, value.type, unseenValue(read));
  return { variable, cx: cx.with(bind.binder.name, meaning) };
}

function freeName(wanted: string, before: readonly CelVariable[]): string {
  return celName(wanted, new Set(before.map((variable) => variable.name)));
}

/** One requirement, one message: the form that everybody writes by hand. */
function singleRequirement(
  { when }: Guard,
  { message }: Violation,
  title: string,
  cx: Context,
): Omit<CelProgram, "variables"> {
  const { cel, type } = unwrap(cx.lower(when));
  const holds = strictlyBoolean(not(cel), type);
  if (message.kind === "literal") return { expression: print(holds), message: String(message.value) };
  return {
    expression: print(holds),
    message: title,
    messageExpression: print(strictlyText(unwrap(cx.lower(message)))),
  };
}

/** A validation must be a Boolean for the type checker as well: what an object holds is `dyn`. */
function strictlyBoolean(cel: Cel, type: string): Cel {
  if ((type === "bool" || cel.kind === "not") && isBoolean(cel)) return cel;
  return cel.kind === "not" && !isBoolean(cel)
    ? binary("!=", cel.operand, { kind: "boolean", value: true })
    : binary("==", cel, { kind: "boolean", value: true });
}

const methods: readonly string[] = [
  "exists",
  "all",
  "startsWith",
  "endsWith",
  "contains",
  "matches",
  "hasValue",
  "isGreaterThan",
  "isLessThan",
];

/** Does CEL's checker know that this is a Boolean? */
function isBoolean(cel: Cel): boolean {
  if (cel.kind === "binary")
    return ["==", "!=", "<", "<=", ">", ">=", "in", "&&", "||"].includes(cel.operator);
  if (cel.kind === "call")
    return methods.includes(cel.name) || cel.name === "has" || cel.name === "isQuantity";
  return cel.kind === "boolean" || cel.kind === "not";
}

function joined(
  body: Stream,
  before: readonly CelVariable[],
  { length, isSingleLine }: Bound,
  cx: Context,
): Omit<CelProgram, "message"> {
  const violations = freeName("violations", before);
  const list = select(name("variables"), violations);
  const all = method(list, "join", text(separator));
  const oneLine = isSingleLine ? all : method(all, "replace", text("\n"), text(" "));
  const expression = print(binary("==", method(list, "size"), int(0)));
  const variables = [...before, { name: violations, expression: print(asList(body, cx)) }];
  if (length <= longestMessage) return { variables, expression, messageExpression: print(oneLine) };
  const message = freeName("message", variables);
  const whole = select(name("variables"), message);
  return {
    variables: [...variables, { name: message, expression: print(oneLine) }],
    expression,
    messageExpression: print(cut(whole)),
  };
}

/** A code point has at most four bytes, so this many always fit: to count the bytes costs more. */
function cut(message: Cel): Cel {
  const surelyFits = binary("<=", method(message, "size"), int(longestMessage / 4));
  const fits = binary("<=", method(call("bytes", message), "size"), int(longestMessage));
  return choice(or(surelyFits, fits), message, method(message, "substring", int(0), int(longestMessage / 4)));
}
