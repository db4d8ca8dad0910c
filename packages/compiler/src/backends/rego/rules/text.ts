import { callTerm, expr, infix, type Rule, ref, scalar, variable } from "../syntax.js";

const whiteSpace =
  "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

/** Not what `trim_space` takes, which are Go's: without U+FEFF and with U+0085. */
export function whiteSpaceRule(name: string): readonly Rule[] {
  return [
    {
      kind: "function",
      name,
      args: [],
      ways: [{ value: scalar(whiteSpace), body: [] }],
      comment: "What JavaScript's `trim` takes away.",
    },
  ];
}

/** The last of all places; nothing stands at the end of each text. */
export function lastIndexRule(name: string): readonly Rule[] {
  const [text, search, places] = [variable("text"), variable("search"), variable("places")];
  const last = infix("-", callTerm("count", places), scalar(1));
  return [
    {
      kind: "function",
      name,
      args: ["text", "search"],
      ways: [
        { value: callTerm("count", text), body: [expr(infix("==", search, scalar("")))] },
        {
          value: ref(places, last),
          body: [{ kind: "assign", name: "places", value: callTerm("indexof_n", text, search) }],
        },
        { value: scalar(-1), body: [] },
      ],
      comment: "Where the text that is searched for stands last, -1 where it does not.",
    },
  ];
}

/** Nothing is found nowhere: what is searched for may be that where it is only taken away. */
export function replaceFirstRule(name: string): readonly Rule[] {
  const [text, search, at] = [variable("text"), variable("search"), variable("at")];
  const before = callTerm("substring", text, scalar(0), at);
  const behind = callTerm("substring", text, infix("+", at, callTerm("count", search)), scalar(-1));
  const items = [before, variable("replacement"), behind];
  return [
    {
      kind: "function",
      name,
      args: ["text", "search", "replacement"],
      ways: [
        {
          value: callTerm("concat", scalar(""), { kind: "array", items }),
          body: [
            { kind: "assign", name: "at", value: callTerm("indexof", text, search) },
            expr(infix(">=", at, scalar(0))),
          ],
        },
        { value: text, body: [] },
      ],
      comment: "The text with another one in place of what is searched for, where it stands first.",
    },
  ];
}

/** Nothing stands at the start of each text; OPA finds it nowhere, and its result is undefined. */
export function indexRule(name: string): readonly Rule[] {
  const [text, search] = [variable("text"), variable("search")];
  return [
    {
      kind: "function",
      name,
      args: ["text", "search"],
      ways: [
        { value: scalar(0), body: [expr(infix("==", search, scalar("")))] },
        { value: callTerm("indexof", text, search), body: [] },
      ],
      comment: "Where the text that is searched for stands first, -1 where it does not.",
    },
  ];
}
