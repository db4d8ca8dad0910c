import { at, listOf, textOf } from "../json.js";
import { writtenAs } from "./syntax.js";

/** Rules for any part of the tree, which is looked into step by step. */
export const partRules: Readonly<Record<string, (part: unknown) => boolean>> = {
  "comprehension-term-assignment": (part) => {
    const term = at(part, "value", "term");
    const last = at(listOf(at(part, "value", "body")).at(-1), "terms");
    return (
      at(term, "type") === "var" &&
      isCallOf("assign", at(last, 0)) &&
      writtenAs(at(last, 1)) === writtenAs(term) &&
      at(last, 2, "type") === "ref"
    );
  },
  "sprintf-arguments-mismatch": (part) => {
    const [called, format, given] = at(part, "type") === "call" ? listOf(at(part, "value")) : [];
    if (!isCallOf("sprintf", called) || at(format, "type") !== "string" || at(given, "type") !== "array")
      return false;
    const verbs =
      textOf(at(format, "value"))
        .replaceAll("%%", "")
        .match(/%[a-z]/g) ?? [];
    return verbs.length !== listOf(at(given, "value")).length;
  },
  "in-wildcard-key": (part) =>
    listOf(at(part, "symbols")).some((loop) => {
      const [, key, , list] = listOf(at(loop, "value"));
      return list !== undefined && textOf(at(key, "value")).startsWith("$");
    }),
};

function isCallOf(name: string, called: unknown): boolean {
  const [only, another] = listOf(at(called, "value"));
  return another === undefined && at(only, "value") === name;
}
