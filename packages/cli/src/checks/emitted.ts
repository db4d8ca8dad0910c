import { type CelEdition, celEdition, type EmittedFile, targetNames } from "@policyc/compiler";
import type { Collector } from "@policyc/diagnostics";
import { contentHash, type Engine, findEngine, loadEngine, readCached, writeCached } from "@policyc/engine";
import type { PlannedPolicy } from "../project/deployments.js";
import { emittedIsWrong } from "./diagnostics.js";
import { type CelSpec, celSpecs, regoModules } from "./expressions.js";

export interface EmittedCheck {
  readonly files: readonly EmittedFile[];
  readonly deployments: readonly PlannedPolicy[];
  readonly collector: Collector;
  readonly onProgress: (file: string) => void;
}

/**
 * Lets the engines themselves read what was written for them: `opa check --strict` and `opa fmt` for Rego,
 * Kubernetes' compiler at the oldest version asked for CEL, which has Kyverno's `orValue` where Kyverno reads it. A text
 * that passed once is not looked at again, so that a warm build does not start the engine; where there is no engine,
 * nothing is checked.
 */
export async function checkEmitted({
  files,
  deployments,
  collector,
  onProgress,
}: EmittedCheck): Promise<void> {
  const engineFiles = findEngine();
  if (engineFiles === undefined) return;
  for (const file of files) {
    const planned = deployments.find(({ policy }) => isOf(file, policy.name));
    if (planned === undefined) continue;
    const target = targetNames.find((name) => file.path.startsWith(`${name}/`)) ?? "vap";
    const edition = celEdition(target, planned.deployment.minKubernetes);
    const name = contentHash(engineFiles.hash, ...Object.values(edition), file.path, file.text);
    if (readCached("checked", name) !== undefined) continue;
    onProgress(file.path);
    const found = await problems(file.text, edition, engineFiles.hash);
    for (const { engine, problem } of found) {
      collector.report(emittedIsWrong(planned.policy.span, file.path, engine, problem));
    }
    if (found.length === 0) writeCached("checked", name, "");
  }
}

/** Paths with expressions are `<target>/<policy>.yaml` and `gatekeeper/<policy>/….yaml`. */
function isOf({ path }: EmittedFile, policy: string): boolean {
  const [, name] = path.split("/");
  return name === policy || name === `${policy}.yaml`;
}

interface Problem {
  readonly engine: string;
  readonly problem: string;
}

async function problems(text: string, edition: CelEdition, engineHash: string): Promise<readonly Problem[]> {
  const modules = regoModules(text);
  const rego = modules.length === 0 ? [] : regoProblems(await loadEngine(), modules);
  const found: Problem[] = [...rego];
  for (const spec of celSpecs(text)) {
    // Kinds of policies with one edition say the same: once is enough.
    const name = contentHash(engineHash, ...Object.values(edition), JSON.stringify(spec));
    if (readCached("checked", name) !== undefined) continue;
    const own = celProblems(await loadEngine(), spec, edition);
    if (own.length === 0) writeCached("checked", name, "");
    found.push(...own);
  }
  return found;
}

function regoProblems(engine: Engine, modules: ReturnType<typeof regoModules>): readonly Problem[] {
  const strict = engine.checkRego(modules).map(({ code, message, path, row, column }) => ({
    engine: "OPA",
    problem: `${code}: ${message} (${path ?? "?"}:${row ?? 0}:${column ?? 0})`,
  }));
  if (strict.length > 0) return strict;
  return modules
    .filter(({ text }) => engine.formatRego(text).trimEnd() !== text.trimEnd())
    .map(({ path }) => ({ engine: "OPA", problem: `\`opa fmt\` would change ${path}` }));
}

function celProblems(engine: Engine, spec: CelSpec, { version, dialect }: CelEdition): readonly Problem[] {
  return engine.compileCel(version, spec, dialect).problems.map(({ where, message }) => ({
    engine: dialect === "kyverno" ? "Kyverno's CEL" : `CEL of Kubernetes ${version}`,
    problem: `${where}: ${message.replaceAll(/\s+/g, " ")}`,
  }));
}
