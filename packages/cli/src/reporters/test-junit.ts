import { relative, resolve } from "node:path";
import type { TestResult } from "@policyc/testing";

/** The results as JUnit XML, which CI servers read: a suite a policy, a case a case. */
export function renderTestJunit(results: readonly TestResult[], cwd: string): string {
  const policies = [...new Set(results.map(({ policy }) => policy))];
  const suites = policies.map((policy) =>
    suite(
      policy,
      results.filter((result) => result.policy === policy),
      cwd,
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.join("\n")}\n</testsuites>\n`;
}

function suite(policy: string, results: readonly TestResult[], cwd: string): string {
  const number = (wanted: TestResult["outcome"]): number =>
    results.filter(({ outcome }) => outcome === wanted).length;
  const counts = `tests="${results.length}" failures="${number("failed")}" errors="${number("broken")}" skipped="${number("skipped")}"`;
  const cases = results.map((result) => testCase(result, cwd));
  return `  <testsuite name="${escaped(policy)}" ${counts}>\n${cases.join("\n")}\n  </testsuite>`;
}

function testCase(
  { policy, case: name, span, ms, outcome, details, diagnostics }: TestResult,
  cwd: string,
): string {
  const file = relative(cwd, resolve(cwd, span.file));
  const open = `    <testcase classname="${escaped(policy)}" name="${escaped(name)}" file="${escaped(file)}" line="${span.start.line}" time="${(ms / 1000).toFixed(3)}"`;
  const said = [...details, ...diagnostics.map(({ code, message }) => `${code}: ${message}`)].join("\n");
  switch (outcome) {
    case "passed":
      return `${open}/>`;
    case "skipped":
      return `${open}><skipped message="${escaped(said)}"/></testcase>`;
    case "failed":
      return `${open}><failure message="${escaped(details[0] ?? "")}">${escaped(said)}</failure></testcase>`;
    case "broken":
      return `${open}><error message="could not run">${escaped(said)}</error></testcase>`;
  }
}

/** XML has no way to write most control characters: they are left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
