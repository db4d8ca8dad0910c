import type { ExprOf } from "@policyc/ir";
import { callTerm, scalar, type Term } from "../syntax.js";

/** OPA maps letter by letter: İ loses its dot, where JavaScript keeps it as a letter of its own. */
export function lowerAscii(expr: ExprOf<"call">, text: Term): Term {
  const withDot = /i/i.test(lettersOf(expr))
    ? callTerm("replace", text, scalar("\u0130"), scalar("i\u0307"))
    : text;
  return callTerm("lower", withDot);
}

/** The letters that are several in upper case; `ı` and `ſ` are one, which OPA knows. */
export function upperAscii(expr: ExprOf<"call">, text: Term): Term {
  const several = [...lettersOf(expr)].filter((letter) => [...letter.toUpperCase()].length > 1);
  const [only, another] = several;
  if (only === undefined) return callTerm("upper", text);
  const entries = several.map((letter) => [letter, scalar(letter.toUpperCase())] as const);
  return callTerm(
    "upper",
    another === undefined
      ? callTerm("replace", text, scalar(only), scalar(only.toUpperCase()))
      : callTerm("strings.replace_n", { kind: "object", entries }, text),
  );
}

function lettersOf({ args: [, letters] }: ExprOf<"call">): string {
  return letters?.kind === "literal" ? String(letters.value) : "";
}
