import {
  callTerm,
  expr,
  infix,
  type Literal,
  type Rule,
  ref,
  scalar,
  type Term,
  variable,
} from "../syntax.js";

// Of OPA's functions of patterns WebAssembly has `regex.match` and `regex.find_all_string_submatch_n`: `regex.split` and
// `regex.replace` are said by these.
const text = variable("text");
const pattern = variable("pattern");
const replacement = variable("replacement");
const found = variable("found");
const joined = (...items: readonly Term[]): Term => callTerm("concat", scalar(""), { kind: "array", items });
const all = (of: Term, by: Term): Term => callTerm("regex.find_all_string_submatch_n", by, of, scalar(-1));
const listOf = (head: Term, body: readonly Literal[]): Term => ({
  kind: "comprehension",
  into: "array",
  head,
  body,
});

/** What is found each time: all of it, or one of its groups. */
const eachFound = (over: Term, group: number): Term =>
  listOf(ref(found, scalar(group)), [{ kind: "some", name: "found", over }]);

/** A separator at the end makes each part one that ends with a separator. */
export function partsRule(name: string): readonly Rule[] {
  const over = all(joined(text, variable("separator")), pattern);
  return [
    {
      kind: "function",
      name,
      args: ["text", "pattern", "separator"],
      ways: [{ value: eachFound(over, 1), body: [] }],
      comment: "The parts of a text that end with a separator, or with the text.",
    },
  ];
}

/** What is matched, without the groups. */
export function matchesRule(name: string): readonly Rule[] {
  return [
    {
      kind: "function",
      name,
      args: ["text", "pattern"],
      ways: [{ value: eachFound(all(text, pattern), 0), body: [] }],
      comment: "All that the pattern matches in the text.",
    },
  ];
}

/** Runs of separators stand between parts that are not empty, but for the first and the last. */
export function runsRule(name: string): readonly Rule[] {
  const [separators, others] = [variable("separators"), variable("others")];
  const emptyWhere = (...around: readonly Term[]): Term =>
    listOf(scalar(""), [expr(callTerm("regex.match", joined(...around), text))]);
  const parts = eachFound(all(text, joined(others, scalar("+"))), 0);
  const first = emptyWhere(scalar("^(?:"), separators, scalar("|$)"));
  const last = emptyWhere(separators, scalar("$"));
  return [
    {
      kind: "function",
      name,
      args: ["text", "separators", "others"],
      ways: [{ value: callTerm("array.concat", callTerm("array.concat", first, parts), last), body: [] }],
      comment: "The parts of a text between runs of separators.",
    },
  ];
}

const firstMatch: Literal = {
  kind: "assign",
  name: "found",
  value: ref(
    ref(callTerm("regex.find_all_string_submatch_n", pattern, text, scalar(1)), scalar(0)),
    scalar(0),
  ),
};

export function replaceStartRule(name: string): readonly Rule[] {
  const rest = callTerm("substring", text, callTerm("count", found), scalar(-1));
  return replaceRule(
    name,
    joined(replacement, rest),
    "The text with another beginning where the pattern matches.",
  );
}

export function replaceEndRule(name: string): readonly Rule[] {
  const length = infix("-", callTerm("count", text), callTerm("count", found));
  const before = callTerm("substring", text, scalar(0), length);
  return replaceRule(
    name,
    joined(before, replacement),
    "The text with another end where the pattern matches.",
  );
}

function replaceRule(name: string, value: Term, comment: string): readonly Rule[] {
  const args = ["text", "pattern", "replacement"];
  return [
    {
      kind: "function",
      name,
      args,
      ways: [
        { value, body: [firstMatch] },
        { value: text, body: [] },
      ],
      comment,
    },
  ];
}
