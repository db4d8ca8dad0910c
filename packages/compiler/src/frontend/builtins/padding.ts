import { type Expr, literal, stringType } from "@policyc/ir";
import { call, compare, conditional } from "../build/nodes.js";
import { once } from "../build/once.js";
import { wrongArguments } from "../diagnostics/syntax.js";
import { argumentsThere, textOf } from "./arguments.js";
import type { Method } from "./method.js";

/** `text.padStart(8, "0")`: the longest filling is known when the policy is built, so it is cut to what is needed. */
function pad(method: "padStart" | "padEnd"): Method {
  return (node, receiver, cx) => {
    const span = cx.span(node);
    const [width, filler = literal(" ", span)] = argumentsThere(node, cx);
    if (
      width?.kind !== "literal" ||
      typeof width.value !== "number" ||
      filler.kind !== "literal" ||
      typeof filler.value !== "string" ||
      filler.value === ""
    )
      return cx.invalid(
        wrongArguments(span, method, `use a number and a text that are written out: \`.${method}(8, "0")\``),
      );
    const characters = [...filler.value];
    const filling = Array.from({ length: width.value }, (_, at) => characters[at % characters.length]).join(
      "",
    );
    return once(textOf(receiver, cx), "text", cx, (text) => {
      const length = call("string.length", [text], span);
      const missing: Expr = {
        kind: "arithmetic",
        operator: "-",
        left: width,
        right: length,
        type: { kind: "number", integer: true },
        span,
      };
      const added = call("string.slice", [literal(filling, span), literal(0, span), missing], span);
      const parts = method === "padStart" ? [added, text] : [text, added];
      const padded: Expr = { kind: "concat", parts, type: stringType, span };
      return conditional(compare(">=", length, width, span), text, padded, stringType, span);
    });
  };
}

export const padStart: Method = pad("padStart");
export const padEnd: Method = pad("padEnd");

const most = 64;

/** `text.repeat(3)`. */
export const repeat: Method = (node, receiver, cx) => {
  const span = cx.span(node);
  const [count] = argumentsThere(node, cx);
  const isCount =
    count?.kind === "literal" && typeof count.value === "number" && Number.isInteger(count.value);
  if (!isCount || Number(count.value) < 0 || Number(count.value) > most)
    return cx.invalid(wrongArguments(span, "repeat", `use a number from 0 to ${most}`));
  return once(textOf(receiver, cx), "text", cx, (text) => ({
    kind: "concat",
    parts: Array.from({ length: Number(count.value) }, () => text),
    type: stringType,
    span,
  }));
};
