import { callTerm, infix, not, type Rule, scalar, variable } from "../syntax.js";

/** The list without what came before; a set would lose the order. */
export function distinctRule(name: string): readonly Rule[] {
  const [list, position, element] = [variable("list"), variable("position"), variable("element")];
  const before = callTerm("array.slice", list, scalar(0), position);
  return [
    {
      kind: "function",
      name,
      args: ["list"],
      ways: [
        {
          value: {
            kind: "comprehension",
            into: "array",
            head: element,
            body: [
              { kind: "some", key: "position", name: "element", over: list },
              not(infix("in", element, before)),
            ],
          },
          body: [],
        },
      ],
      comment: "Each element once, where it stands first.",
    },
  ];
}
