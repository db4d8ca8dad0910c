import { trimSpace, trimSpaceEnd, trimSpaceStart } from "@policyc/ir";
import type { EvaluatorName, Verdict } from "./evaluator.js";

export interface EngineVerdict {
  readonly engine: EvaluatorName;
  readonly verdict: Verdict;
}

export type Agreement = { readonly agrees: true } | { readonly agrees: false; readonly table: string };

/** Whether all engines give the first one's verdict: allowed or not, and the same set of messages. */
export function agreement(verdicts: readonly EngineVerdict[]): Agreement {
  const [reference, ...others] = verdicts;
  const odd = reference === undefined ? undefined : others.find((other) => !agree(reference, other));
  if (reference === undefined || odd === undefined) return { agrees: true };
  return { agrees: false, table: differenceTable(reference, odd) };
}

const separator = "; ";

function agree(one: EngineVerdict, other: EngineVerdict): boolean {
  if (one.verdict.allowed !== other.verdict.allowed) return false;
  if (isCel(one) && !isCel(other)) return agree(other, one);
  if (!isCel(one) && isCel(other)) return sayTheSame(one, other.verdict);
  return sameSet(messages(one.verdict), messages(other.verdict));
}

const isCel = ({ engine }: EngineVerdict): boolean => engine === "cel" || engine === "kyverno";

function messages({ violations }: Verdict): readonly string[] {
  return violations.map(({ message }) => message);
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  const [first, second] = [new Set(one), new Set(other)];
  return first.size === second.size && [...first].every((message) => second.has(message));
}

/**
 * CEL says everything in one message, which the API server trims. Mostly in the author's order, but a map has none,
 * which changes from one evaluation to the next, and Rego sorts.
 */
function sayTheSame({ verdict }: EngineVerdict, cel: Verdict): boolean {
  const said = messages(cel).join(separator);
  const expected = messages(verdict).map(inOneLine);
  const known = new Set(expected.flatMap((message) => [message, trimSpaceStart(message)]));
  return (
    said === trimSpace(expected.join(separator)) || consists(said, known, new Set(expected.map(trimSpace)))
  );
}

/** The API server takes no message of several lines, so the emitted CEL makes one of them. */
const inOneLine = (message: string): string => message.replaceAll("\n", " ");

/** Whether a text is made of these messages, each at least once. A message may itself contain the separator. */
function consists(text: string, known: ReadonlySet<string>, unsaid: ReadonlySet<string>): boolean {
  if (text === "") return unsaid.size === 0;
  return [...known].some((message) => {
    const left = new Set([...unsaid].filter((one) => one !== trimSpace(message)));
    if (text === message || text === trimSpaceEnd(message)) return left.size === 0;
    return (
      text.startsWith(message + separator) &&
      consists(text.slice(message.length + separator.length), known, left)
    );
  });
}

/** The two verdicts side by side: what only one of them says is marked. */
function differenceTable(reference: EngineVerdict, odd: EngineVerdict): string {
  const rows = [reference, odd].flatMap(({ engine, verdict }, index) => {
    const others = new Set(messages(index === 0 ? odd.verdict : reference.verdict));
    const lines = messages(verdict).map((message) => `${others.has(message) ? " " : "!"} ${message}`);
    return (lines.length === 0 ? ["  (no violation)"] : lines).map((line, at) => ({
      engine: at === 0 ? engine : "",
      verdict: at === 0 ? (verdict.allowed ? "allowed" : "denied") : "",
      line,
    }));
  });
  return [
    "engine   verdict  message",
    ...rows.map((row) => `${row.engine.padEnd(7)}  ${row.verdict.padEnd(7)}  ${row.line}`),
  ].join("\n");
}
