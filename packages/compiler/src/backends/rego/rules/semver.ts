import { semverPattern } from "@policyc/ir";
import { callTerm, expr, type Rule, scalar, variable } from "../syntax.js";

export function versionRule(name: string): readonly Rule[] {
  const text = variable("text");
  return [
    {
      kind: "function",
      name,
      args: ["text"],
      ways: [
        { value: text, body: [expr(callTerm("regex.match", scalar(semverPattern), text))] },
        { value: scalar("0.0.0"), body: [] },
      ],
      comment: "The text where it is a semantic version, else the lowest one.",
    },
  ];
}
