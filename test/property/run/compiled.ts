import { type EmittedFile, emitPolicies, policyModules, type SourcePolicy } from "@policyc/compiler";
import { Collector, type Diagnostic } from "@policyc/diagnostics";
import * as sdk from "@policyc/sdk";
import type { Params } from "@policyc/testing";
import ts from "typescript";
import { withoutKyverno } from "../../language/support/listed.js";

/** A module of a batch: its file name says which policy it is. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/** A policy that the compiler took, with what it made of it. */
export interface Compiled {
  readonly name: string;
  readonly source: SourcePolicy;
  readonly reference: sdk.Policy;
  readonly gatekeeper: readonly EmittedFile[];
  /** Nothing where CEL cannot say it: the compiler said so. */
  readonly vap: readonly EmittedFile[];
  /** Of CEL only Kyverno's can do that: `vap` is its ValidatingPolicy, which is given what it would list. */
  readonly readsOthers: boolean;
}

/** One that it did not take. */
export interface Refused {
  readonly name: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** One that it fell over. */
export interface Crashed {
  readonly name: string;
  readonly error: string;
}

export interface Compilation {
  readonly compiled: readonly Compiled[];
  readonly refused: readonly Refused[];
  readonly notInCel: readonly Refused[];
  readonly crashed: readonly Crashed[];
}

/** Kept for the whole run, so that TypeScript reads the SDK once. The modules of a batch are never on disk. */
const modules = policyModules(import.meta.dirname);

const fileOf = ({ name }: Source): string => `${name}.ts`;

/** Compiles many modules with one TypeScript project. */
export function compile(sources: readonly Source[], params: Params): Compilation {
  for (const source of sources) modules.update(fileOf(source), source.text);
  const { loaded, diagnostics, crashed } = load(sources);
  const compiled: Compiled[] = [];
  const notInCel: Refused[] = [];
  for (const source of loaded) {
    const { name } = source.policy;
    const text = sources.find((one) => one.name === name)?.text ?? "";
    try {
      const readsOthers = /\binventory\(/.test(text);
      const gatekeeper = emit(source, "gatekeeper", params);
      const vap = emit(source, readsOthers ? "kyverno-vpol" : "vap", params);
      for (const each of [gatekeeper, vap])
        if (each.diagnostics.length > 0) notInCel.push({ name, diagnostics: each.diagnostics });
      if (gatekeeper.diagnostics.length > 0) continue;
      const files = vap.diagnostics.length === 0 ? vap.files : [];
      const inCel = readsOthers ? withoutKyverno(files) : files;
      const reference = run(text);
      compiled.push({ name, source, reference, gatekeeper: gatekeeper.files, vap: inCel, readsOthers });
    } catch (error) {
      crashed.push({ name, error: textOf(error) });
    }
  }
  return { compiled, refused: byName(diagnostics, sources), notInCel, crashed };
}

function byName(diagnostics: readonly Diagnostic[], sources: readonly Source[]): readonly Refused[] {
  return sources.flatMap((source) => {
    const own = diagnostics.filter(
      ({ span, severity }) => severity === "error" && span?.file === fileOf(source),
    );
    return own.length === 0 ? [] : [{ name: source.name, diagnostics: own }];
  });
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

interface Loading {
  readonly loaded: readonly SourcePolicy[];
  readonly diagnostics: readonly Diagnostic[];
  readonly crashed: Crashed[];
}

/** All together; where the frontend falls over one of them, by halves until it is found. */
function load(sources: readonly Source[]): Loading {
  const collector = new Collector();
  try {
    const loaded = modules.lower({ files: sources.map(fileOf), collector });
    return { loaded, diagnostics: collector.diagnostics, crashed: [] };
  } catch (error) {
    const [only, second] = sources;
    if (only !== undefined && second === undefined)
      return { loaded: [], diagnostics: [], crashed: [{ name: only.name, error: textOf(error) }] };
    const half = Math.ceil(sources.length / 2);
    const [one, other] = [load(sources.slice(0, half)), load(sources.slice(half))];
    return {
      loaded: [...one.loaded, ...other.loaded],
      diagnostics: [...one.diagnostics, ...other.diagnostics],
      crashed: [...one.crashed, ...other.crashed],
    };
  }
}

/** For half of the parameters CEL reads them from an object of the cluster. */
function emit(source: SourcePolicy, target: "gatekeeper" | "vap" | "kyverno-vpol", params: Params) {
  const collector = new Collector();
  const deployment = {
    stage: "enforce",
    params,
    excludedNamespaces: [],
    exemptions: [],
    minKubernetes: source.policy.minKubernetes ?? "1.30",
    vapParameters: { kind: Number(params["limit"]) % 2 === 0 ? "resource" : "inline" },
  } as const;
  const files = emitPolicies({ deployments: [{ ...source, deployment, targets: [target] }], collector });
  return { files, diagnostics: collector.diagnostics };
}

/** The module as Node would run it. */
function run(text: string): sdk.Policy {
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 },
  });
  const exported: { default?: sdk.Policy } = {};
  new Function("exports", "require", outputText)(exported, () => sdk);
  if (exported.default === undefined) throw new Error("the module exports no policy");
  return exported.default;
}
