import { relative, resolve } from "node:path";
import type { TestResult } from "@policyc/testing";

/** Failures as workflow commands of GitHub, which it shows in the changed files. */
export function renderTestGithub(results: readonly TestResult[], cwd: string): string {
  return results
    .filter(({ outcome }) => outcome === "failed" || outcome === "broken")
    .map((result) => command(result, cwd))
    .join("");
}

function command({ policy, case: name, span, details, diagnostics }: TestResult, cwd: string): string {
  const said = [...details, ...diagnostics.map(({ code, message }) => `${code}: ${message}`)].join("\n");
  const place = `file=${property(relative(cwd, resolve(cwd, span.file)))},line=${span.start.line},col=${span.start.column}`;
  return `::error ${place},title=${property(`${policy}: ${name}`)}::${data(said)}\n`;
}

// https://docs.github.com/actions/reference/workflow-commands: these characters would end the command.
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
