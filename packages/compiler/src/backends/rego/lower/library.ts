import { quantityPattern } from "@policyc/ir";
import { callTerm, expr, infix, type Rule, ref, scalar, type Term, variable } from "../syntax.js";

/** Rules that a module carries where it uses them: Gatekeeper shares nothing between templates. */
const text = variable("text");
/** A manifest that no API server has seen may say `cpu: 2`, a number. */
const asText = callTerm("sprintf", scalar("%v"), { kind: "array", items: [text] });

const digits = "[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)";

/** Nano-units of each suffix, so that comparisons stay exact for whole numbers of them. */
const nano = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"].map(
  (name, position) => [name, scalar(1000n ** BigInt(position))] as const,
);
const binary = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"].map(
  (name, position) => [name, scalar(1024n ** BigInt(position + 1) * 1000000000n)] as const,
);

export const quantityRules = {
  /** Is the text a quantity? */
  test: (name: string): readonly Rule[] => [
    {
      kind: "function",
      name,
      args: ["text"],
      ways: [{ body: [expr(callTerm("regex.match", scalar(quantityPattern), asText))] }],
      comment: "Is the text a Kubernetes quantity, such as 500m or 4Gi?",
    },
  ],
  /** A quantity in nano-units; 0 for what is none: an undefined comparison could lose a violation. */
  value: (name: string): readonly Rule[] => [
    {
      kind: "function",
      name,
      args: ["text"],
      ways: [
        {
          value: infix(
            "*",
            callTerm("to_number", ref(variable("parts"), scalar(1))),
            ref(variable("nano_units"), ref(variable("parts"), scalar(2))),
          ),
          body: [
            {
              kind: "assign",
              name: "parts",
              value: ref(
                callTerm(
                  "regex.find_all_string_submatch_n",
                  scalar(`^(${digits}(?:[eE][+-]?[0-9]{1,3}$)?)([A-Za-z]*)$`),
                  asText,
                  scalar(1),
                ),
                scalar(0),
              ),
            },
          ],
        },
        { value: scalar(0), body: [] },
      ],
      comment: "A Kubernetes quantity as a number of nano-units.",
    },
    {
      kind: "function",
      name: "nano_units",
      args: [],
      ways: [{ value: { kind: "object", entries: [...nano, ...binary] }, body: [] }],
    },
  ],
};

/** A quantity in thousandths, rounded; `quantity` is the name of the rule that reads it. */
export function milliRule(quantity: string): (name: string) => readonly Rule[] {
  const nano = callTerm(quantity, variable("text"));
  const value = callTerm("round", infix("/", nano, scalar(1000000)));
  const comment = "A Kubernetes quantity as a number of thousandths.";
  return (name) => [{ kind: "function", name, args: ["text"], ways: [{ value, body: [] }], comment }];
}

/** `*` and `?` as a regular expression, everything else as it is. */
export function globRule(name: string): readonly Rule[] {
  const special = [".", "+", "^", "$", "(", ")", "{", "}", "|", "[", "]", "\\"].map(
    (char) => [char, scalar(`\\${char}`)] as const,
  );
  const wild = [["*", scalar(".*")] as const, ["?", scalar(".")] as const];
  const replacements: Term = { kind: "object", entries: [...wild, ...special] };
  const expression = callTerm("strings.replace_n", replacements, variable("pattern"));
  return [
    {
      kind: "function",
      name,
      args: ["pattern", "text"],
      ways: [
        {
          body: [
            { kind: "assign", name: "expression", value: expression },
            expr(
              callTerm(
                "regex.match",
                callTerm("sprintf", scalar("^(?s:%s)$"), { kind: "array", items: [variable("expression")] }),
                text,
              ),
            ),
          ],
        },
      ],
      comment: "Does the text match the pattern, in which * is any run of characters and ? any one?",
    },
  ];
}

/** A position as JavaScript counts: from the end where it is negative. */
export function positionRule(name: string): readonly Rule[] {
  const [length, index] = [variable("length"), variable("index")];
  const fromEnd = callTerm("max", { kind: "array", items: [scalar(0), infix("+", length, index)] });
  return [
    {
      kind: "function",
      name,
      args: ["length", "index"],
      ways: [
        { value: index, body: [expr(infix(">=", index, scalar(0)))] },
        { value: fromEnd, body: [] },
      ],
      comment: "A position in a text or list; counted from the end where it is negative.",
    },
  ];
}
