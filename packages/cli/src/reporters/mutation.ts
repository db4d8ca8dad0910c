import { codeFrame, formatLocation, type SourceLines } from "@policyc/diagnostics";
import type { Mutant, MutationResult } from "@policyc/testing";
import type { Session } from "../session.js";
import { count } from "./count.js";
import { linesBelow } from "./lines-below.js";
import { seen } from "./seen.js";
import { table } from "./table.js";

/** Each survivor where it is, then a table of the policies, then one line of sum. */
export function renderMutation(results: readonly MutationResult[], root: string, session: Session): string {
  if (results.length === 0) return "";
  const { colours } = session;
  const lines = linesBelow(session.cwd);
  const blocks = results.flatMap(({ policy, survivors }) =>
    survivors.map((survivor) =>
      renderSurvivor(
        policy,
        { ...survivor, span: seen(survivor.span, { root, cwd: session.cwd }) },
        lines,
        session,
      ),
    ),
  );
  const rows = results.map(({ policy, cases, mutants, survivors }) => [
    policy,
    String(cases),
    String(mutants),
    survivors.length === 0 ? colours.good("0") : colours.bad(String(survivors.length)),
  ]);
  return `${[...blocks, table(["POLICY", "CASES", "MUTANTS", "SURVIVED"], rows, colours), sum(results, session)].join("\n\n")}\n`;
}

function renderSurvivor(
  policy: string,
  { says, span }: Mutant,
  lines: SourceLines,
  { colours }: Session,
): string {
  return [
    `${colours.strong(formatLocation(span))} ${colours.bad("survived")} ${policy}: no case notices when ${says}`,
    ...codeFrame(span, lines, colours),
  ].join("\n");
}

function sum(results: readonly MutationResult[], { colours }: Session): string {
  const mutants = results.reduce((total, result) => total + result.mutants, 0);
  const survivors = results.reduce((total, result) => total + result.survivors.length, 0);
  const of = `${count(mutants, "mutant")} of ${count(results.length, "policy", "policies")}`;
  return survivors === 0
    ? `${colours.good("✓")} no survivor among ${of}`
    : `${colours.bad("✗")} ${count(survivors, "survivor")} among ${of}`;
}

/** The results for programs. Fields are only ever added. */
export function renderMutationJson(
  results: readonly MutationResult[],
  root: string,
  { cwd }: Session,
): string {
  const report = results.map(({ survivors, killed: _, ...result }) => ({
    ...result,
    survivors: survivors.map(({ says, span }) => {
      const { file, start } = seen(span, { root, cwd });
      return { says, file, line: start.line, column: start.column };
    }),
  }));
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
