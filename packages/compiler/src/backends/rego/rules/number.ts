import { integerPattern, numberPattern } from "@policyc/ir";
import { callTerm, expr, infix, type Rule, scalar, variable } from "../syntax.js";

/** Undefined where the text is no number. */
export const numberRule = parsing(numberPattern, "The number that a text says, if it says one.");

/** Undefined where the text is no whole number. */
export const integerRule = parsing(integerPattern, "The whole number that a text says, if it says one.");

function parsing(pattern: string, comment: string): (name: string) => readonly Rule[] {
  const text = variable("text");
  return (name) => [
    {
      kind: "function",
      name,
      args: ["text"],
      ways: [
        {
          value: callTerm("to_number", text),
          body: [expr(callTerm("regex.match", scalar(pattern), text))],
        },
      ],
      comment,
    },
  ];
}

/** OPA reads `007` as a number that is written so, which a sum is not. */
export function digitsRule(name: string): readonly Rule[] {
  const value = infix("+", callTerm("to_number", variable("text")), scalar(0));
  return [
    {
      kind: "function",
      name,
      args: ["text"],
      ways: [{ value, body: [] }],
      comment: "The number that digits say, which may begin with zeros.",
    },
  ];
}

/**
 * A sum is written with its digits; `format_int` of OPA's WebAssembly knows 32 bits alone. What is there in place of a
 * number stays what it is: the message must not be lost for it.
 */
export function inFullRule(name: string): readonly Rule[] {
  const value = variable("value");
  return [
    {
      kind: "function",
      name,
      args: ["value"],
      ways: [
        {
          value: infix("+", value, scalar(0)),
          body: [expr(callTerm("is_number", value))],
        },
        { value, body: [] },
      ],
      comment: "A number with all its digits, which a sum has: Gatekeeper reads 1000000 as 1e+06.",
    },
  ];
}

/** `floor` and `ceil` of OPA go up from what lies between -1 and 0 (seen in 1.22), so that is mirrored. */
export function roundedRule(rounded: "floor" | "ceil"): (name: string) => readonly Rule[] {
  const mirrored = rounded === "floor" ? "ceil" : "floor";
  const [number, zero] = [variable("number"), scalar(0)];
  return (name) => [
    {
      kind: "function",
      name,
      args: ["number"],
      ways: [
        { value: callTerm(rounded, number), body: [expr(infix(">=", number, zero))] },
        { value: infix("-", zero, callTerm(mirrored, infix("-", zero, number))), body: [] },
      ],
      comment: `The next whole number that is ${rounded === "floor" ? "not greater" : "not less"}.`,
    },
  ];
}
