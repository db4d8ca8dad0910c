/**
 * `pnpm start`: from a fresh clone to tested manifests. Builds the engine where its sources have changed, compiles
 * the library's policies for every target into dist/, runs their suites, and shows what came of it.
 */
import { spawnSync } from "node:child_process";
import { join, relative } from "node:path";
import { Collector } from "@policyc/diagnostics";
import { findEngine, howToGetTheEngine, readCached, writeCached } from "@policyc/engine";
import type { EngineName, TestResult } from "@policyc/testing";
import { buildProject } from "../src/commands/build-project.js";
import { allAnew, testProject } from "../src/commands/test-project.js";
import { type ExitCode, exitCode } from "../src/exit-code.js";
import { shownPath } from "../src/files/plan.js";
import { openProject, type Project } from "../src/project/project.js";
import type { Built } from "../src/reporters/build.js";
import { count } from "../src/reporters/count.js";
import { sayDiagnostics } from "../src/reporters/diagnostics.js";
import { formatDuration } from "../src/reporters/progress.js";
import { table } from "../src/reporters/table.js";
import { renderTests } from "../src/reporters/tests.js";
import type { Session } from "../src/session.js";
import { sessionOn } from "../src/surroundings.js";
import { stateOf } from "./state.js";

const root = join(import.meta.dirname, "../../..");

process.exitCode = await start(sessionOn(process), performance.now());

async function start(session: Session, since: number): Promise<ExitCode> {
  const collector = new Collector();
  session.progress.step("build the engine (OPA and Kubernetes' CEL)");
  buildEngine();
  const engines = availableEngines(session);
  const earlier = readCached("start", await stateOf(root, ...engines));
  if (earlier !== undefined) {
    session.progress.end();
    session.print(earlier.toString("utf8"));
    session.say("policyc: nothing has changed since all of this was built and tested\n");
    return exitCode.fine;
  }
  const project = openProject(root, {}, collector);
  const built =
    project === undefined
      ? undefined
      : await buildProject(project, { only: [], verify: true }, session, collector);
  const results =
    project === undefined || built === undefined
      ? []
      : await tested(project, built, engines, session, collector);
  session.progress.end();
  sayDiagnostics(collector, root, session);
  const shown = built === undefined ? "" : summary(built, results, engines, session);
  session.print(shown);
  session.say(`policyc: all of it took ${formatDuration(performance.now() - since)}\n`);
  if (collector.hasErrors || built === undefined) return exitCode.wrongInput;
  if (results.some(({ outcome }) => outcome !== "passed" && outcome !== "skipped")) return exitCode.failed;
  writeCached("start", await stateOf(root, ...engines), shown);
  return exitCode.fine;
}

/** Says by itself how it gets on, and what is missing where there is no Go; everything else goes on without. */
function buildEngine(): void {
  const script = join(root, "packages/engine/build.mjs");
  const { status } = spawnSync(process.execPath, [script, "--optional"], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0)
    throw new Error(`the engine could not be built: ${relative(root, script)} ended with ${status}`);
}

function availableEngines({ say }: Session): readonly EngineName[] {
  if (findEngine() !== undefined) return ["js", "wasm"];
  say(`policyc: testing the TypeScript alone, because ${howToGetTheEngine}\n`);
  return ["js"];
}

function tested(
  project: Project,
  { deployments }: Built,
  engines: readonly EngineName[],
  session: Session,
  collector: Collector,
): Promise<readonly TestResult[]> {
  // The policies were read for the build.
  const means = { ...allAnew, load: () => deployments };
  return testProject(project, { engines, paths: [] }, session, collector, means);
}

function summary(
  { deployments, plan }: Built,
  results: readonly TestResult[],
  engines: readonly EngineName[],
  session: Session,
): string {
  const rows = deployments.map(({ policy, targets }) => {
    const own = results.filter((result) => result.policy === policy.name);
    return [policy.name, targets.join(" ") || "– (documents)", String(own.length), verdictOn(own, session)];
  });
  const folders = [
    ...new Set(
      [...plan.changed.map(({ file }) => file.path), ...plan.unchanged]
        .filter((path) => path.includes("/"))
        .map((path) => path.split("/")[0] ?? ""),
    ),
  ];
  const written =
    plan.changed.length === 0 ? "all up to date" : `${count(plan.changed.length, "file")} written`;
  return [
    table(["POLICY", "TARGETS", "CASES", "VERDICT"], rows, session.colours),
    "",
    renderTests(results, engines, session).trimEnd(),
    `${session.colours.good("✓")} manifests (${written}):`,
    ...folders.map((folder) => `    ${shownPath(plan.folder, folder, session.cwd)}/`),
    "",
  ].join("\n");
}

function verdictOn(results: readonly TestResult[], { colours }: Session): string {
  const bad = results.filter(({ outcome }) => outcome === "failed" || outcome === "broken").length;
  if (bad > 0) return colours.bad(`✗ ${bad} failed`);
  const skipped = results.filter(({ outcome }) => outcome === "skipped").length;
  if (results.length === skipped) return colours.careful("no case ran");
  return skipped === 0 ? colours.good("✓") : `${colours.good("✓")} ${skipped} skipped`;
}
