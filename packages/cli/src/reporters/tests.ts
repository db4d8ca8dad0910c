import { relative, resolve } from "node:path";
import { inWords, type Span } from "@policyc/diagnostics";

import type { EngineName, LocatedViolation, TestResult } from "@policyc/testing";
import type { Session } from "../session.js";
import type { Colours } from "./colours.js";
import { count } from "./count.js";

/** Failures with what was expected and what was said, then one line of sum. Nothing where nothing ran. */
export function renderTests(
  results: readonly TestResult[],
  engines: readonly EngineName[],
  { cwd, colours }: Session,
): string {
  if (results.length === 0) return "";
  const failed = results.filter(({ outcome }) => outcome === "failed");
  const blocks = [
    ...failed.map((result) => renderFailure(result, cwd, colours)),
    sum(results, engines, colours),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function renderFailure(result: TestResult, cwd: string, colours: Colours): string {
  const { policy, details, violations, span } = result;
  const says = violations.map((violation) => `      ${spoken(violation, cwd, colours)}`);
  return [
    `${colours.bad("✗")} ${colours.strong(`${policy}: ${result.case}`)} ${colours.faint(place(span, cwd))}`,
    ...details.flatMap((detail) => detail.split("\n")).map((line) => `    ${painted(line, colours)}`),
    ...(says.length === 0 ? [] : ["    what it says:", ...says]),
  ].join("\n");
}

function painted(line: string, { good, bad }: Colours): string {
  if (line.startsWith("expected")) return good(`- ${line}`);
  return line.startsWith("did not expect") ? bad(`+ ${line}`) : line;
}

function spoken({ message, span }: LocatedViolation, cwd: string, { faint }: Colours): string {
  return span === undefined ? message : `${message} ${faint(place(span, cwd))}`;
}

function place({ file, start }: Span, cwd: string): string {
  return `${relative(cwd, resolve(cwd, file))}:${start.line}:${start.column}`;
}

function sum(
  results: readonly TestResult[],
  engines: readonly EngineName[],
  { good, bad, faint }: Colours,
): string {
  const number = (wanted: TestResult["outcome"]): number =>
    results.filter(({ outcome }) => outcome === wanted).length;
  const [passed, failed, skipped, broken] = [
    number("passed"),
    number("failed"),
    number("skipped"),
    number("broken"),
  ];
  const policies = new Set(results.map(({ policy }) => policy)).size;
  const parts = [
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(broken > 0 ? [`${broken} could not run`] : []),
    `${passed} passed`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ];
  const mark = failed + broken > 0 ? bad("✗") : good("✓");
  return `${mark} ${parts.join(", ")} ${faint(`(${count(results.length, "case")} of ${count(policies, "policy", "policies")}, ${agreeing(engines)})`)}`;
}

function agreeing(engines: readonly EngineName[]): string {
  return engines.length === 1 ? `by ${engines.join("")}` : `${inWords(engines)} agreeing`;
}
