import { type Call, type Expr, integerType, type Literal, literal } from "@policyc/ir";

/** Calls of lists that are written out, or of which only the length is asked. */
export function foldListCall(expr: Call): Expr | undefined {
  return listCall(expr) ?? soughtWritten(expr);
}

/** `xs.slice(1).length`: nobody makes the list to count it. */
function lengthOfRest({ intrinsic, args: [of, start, end], span }: Call): Expr | undefined {
  if (intrinsic !== "list.slice" || of === undefined || end !== undefined) return undefined;
  if (start?.kind !== "literal" || typeof start.value !== "number" || start.value < 0) return undefined;
  const length: Expr = { kind: "call", intrinsic: "list.length", args: [of], type: integerType, span };
  const rest: Expr = {
    kind: "arithmetic",
    operator: "-",
    left: length,
    right: start,
    type: integerType,
    span,
  };
  return { kind: "call", intrinsic: "math.max", args: [rest, literal(0, span)], type: integerType, span };
}

function listCall(expr: Call): Expr | undefined {
  const [list, argument] = expr.args;
  if (expr.intrinsic === "list.length" && list?.kind === "call" && list.intrinsic === "map.keys")
    return { ...expr, intrinsic: "map.size", args: list.args };
  if (expr.intrinsic === "list.length" && list?.kind === "call") return lengthOfRest(list);
  if (list?.kind !== "list" || list.items.some(({ spread }) => spread)) return undefined;
  if (expr.intrinsic === "list.sum" && list.items.length === 0) return literal(0, expr.span);
  if (expr.intrinsic === "list.length") return literal(list.items.length, expr.span);
  // CEL's checker takes an element of nothing for bytes where it is added to another one.
  if (expr.intrinsic === "list.slice" && list.items.length === 0) return { ...list, type: expr.type };
  const values = list.items.map(({ value }) => (value.kind === "literal" ? value.value : undefined));
  if (values.includes(undefined) || argument?.kind !== "literal") return undefined;
  return expr.intrinsic === "list.join" ? literal(values.join(String(argument.value)), expr.span) : undefined;
}

/** What is written out, looked for among what is written out: OPA refuses to compare a text with `null`. */
function soughtWritten({ intrinsic, args: [of, sought], span }: Call): Expr | undefined {
  const isOfSet = intrinsic === "set.has" && of?.kind === "call" && of.intrinsic === "set.of";
  const list = isOfSet ? of.args[0] : intrinsic === "list.includes" ? of : undefined;
  if (list?.kind !== "list" || sought === undefined) return undefined;
  if (list.items.length === 0) return literal(false, span);
  const isWritten = list.items.every(({ spread, value }) => !spread && constantOf(value) !== undefined);
  const wanted = constantOf(sought);
  return isWritten && wanted !== undefined
    ? literal(
        list.items.some(({ value }) => constantOf(value) === wanted),
        span,
      )
    : undefined;
}

/** A constant by its value, `null` for what is absent; `undefined` for everything else. */
function constantOf(expr: Expr): Literal["value"] | null | undefined {
  if (expr.kind === "absent") return null;
  return expr.kind === "literal" ? expr.value : undefined;
}
