import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadPolicies, type SourcePolicy } from "@policyc/compiler";
import { Collector, renderDiagnostic } from "@policyc/diagnostics";
import { readKyvernoTest, readSuite, readTextFile, type Suite } from "@policyc/testing";
import { unanswered } from "./unanswered.js";

const root = join(import.meta.dirname, "../../..");

/** Where Kyverno's tests are: they are not part of this repository. */
export const upstream = join(
  process.env["POLICYC_UPSTREAM"] ?? join(root, "../shared/upstream"),
  "kyverno-policies",
);

/** One of Kyverno's tests. */
export interface KyvernoSuite {
  /** Its folder in kyverno/policies, without the group: `require-probes`. */
  readonly name: string;
  readonly suite: Suite;
  /** What it names and nobody has given us: files beside those that were copied. */
  readonly isComplete: boolean;
}

/** All of Kyverno's tests, by group and name; none where they are missing. */
export function kyvernoSuites(): readonly KyvernoSuite[] {
  if (!existsSync(upstream)) return [];
  const files = readdirSync(upstream, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith("kyverno-test.yaml"))
    .sort()
    .map((file) => {
      const path = join(upstream, file);
      const suite = readKyvernoTest(readFileSync(path, "utf8"), path, readTextFile);
      const isComplete = !suite.diagnostics.some(({ code }) => code === "PC4103");
      return { name: file.split(/[\\/]/).at(-2) ?? file, suite, isComplete };
    });
}

/** Why a test is not run; `undefined` where it is. */
export function reasonToSkip({ name, isComplete }: KyvernoSuite): string | undefined {
  return unanswered.get(name) ?? (isComplete ? undefined : "the copy lacks files that it names");
}

const folder = join(import.meta.dirname, "policies");

/** Suites of our own: for the policies whose tests name files that we do not have. */
export function ownSuites(): readonly Suite[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("suite.yaml"))
    .sort()
    .map((file) => join(folder, file))
    .map((file) => readSuite(readFileSync(file, "utf8"), file, readTextFile));
}

/** Our policies behind those tests, compiled. */
export function kyvernoPolicies(): readonly SourcePolicy[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("policy.ts"))
    .sort()
    .map((file) => join("test/upstream/kyverno/policies", file));
  const collector = new Collector();
  const policies = loadPolicies({ root, files, collector });
  const [problem] = collector.diagnostics.filter(({ severity }) => severity === "error");
  if (problem !== undefined) throw new Error(renderDiagnostic(problem, () => undefined));
  return policies.map((source) => ({ ...source, file: join(root, source.file) }));
}
