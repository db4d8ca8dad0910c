import type { Expr } from "@policyc/ir";
import { binary, type Cel, call, literal, method, ternary } from "./syntax.js";

/** `text.slice(start, end)`: CEL's `substring` fails outside the text, JavaScript's `slice` stops at its ends. */
export function textSlice(args: readonly Expr[], text: Cel, refuse: () => Cel): Cel {
  const start = bound(args[1], 0);
  const end = bound(args[2], undefined);
  if (start === "unknown" || end === "unknown" || start === undefined) return refuse();
  const size = call("size", text);
  const longerThan = (length: number): Cel => binary(">", size, literal(length));
  if (end === undefined) {
    if (start === 0) return text;
    if (start > 0) return ternary(longerThan(start), method(text, "substring", literal(start)), literal(""));
    return ternary(longerThan(-start), method(text, "substring", binary("-", size, literal(-start))), text);
  }
  if (start < 0) return refuse();
  if (end < 0)
    return ternary(
      longerThan(start - end),
      method(text, "substring", literal(start), binary("-", size, literal(-end))),
      literal(""),
    );
  if (end <= start) return literal("");
  const toTheEnd =
    start === 0 ? text : ternary(longerThan(start), method(text, "substring", literal(start)), literal(""));
  return ternary(longerThan(end), method(text, "substring", literal(start), literal(end)), toTheEnd);
}

function bound(expr: Expr | undefined, otherwise: number | undefined): number | "unknown" | undefined {
  if (expr === undefined) return otherwise;
  return expr.kind === "literal" && typeof expr.value === "number" ? expr.value : "unknown";
}
