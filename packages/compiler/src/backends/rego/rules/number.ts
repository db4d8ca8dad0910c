import { numberPattern } from "@policyc/ir";
import { callTerm, expr, type Rule, scalar, variable } from "../syntax.js";

/** Undefined where the text is no number. */
export function numberRule(name: string): readonly Rule[] {
  const text = variable("text");
  return [
    {
      kind: "function",
      name,
      args: ["text"],
      ways: [
        {
          value: callTerm("to_number", text),
          body: [expr(callTerm("regex.match", scalar(numberPattern), text))],
        },
      ],
      comment: "The number that a text says, if it says one.",
    },
  ];
}
