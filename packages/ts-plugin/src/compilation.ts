import { type EmittedFile, emitPolicies, policyModules } from "@policyc/compiler";
import { Collector, type Diagnostic } from "@policyc/diagnostics";
import type ts from "typescript";

/** What policyc makes of the modules that an editor has open, unsaved changes included. */
export interface Compilations {
  /** What is wrong in this module: in a policy, or in a helper that a policy of this session uses. */
  readonly diagnosticsIn: (source: ts.SourceFile) => readonly Diagnostic[];
  /** The manifests of a policy for Gatekeeper and for Kubernetes' own admission; none while something is wrong. */
  readonly emittedFrom: (source: ts.SourceFile) => readonly EmittedFile[];
}

interface Compilation {
  readonly diagnostics: readonly Diagnostic[];
  readonly emitted: readonly EmittedFile[];
}

const nothing: Compilation = { diagnostics: [], emitted: [] };

/** Does the module export a policy? By its text: an editor asks for every file, and most are none. */
export function isPolicy({ text }: ts.SourceFile): boolean {
  return text.includes("@policyc/sdk") && /export default policy\(/.test(text);
}

/** Compiles a policy when it, or a module of the project that it may use, has changed since. */
export function compilationsOf(info: ts.server.PluginCreateInfo): Compilations {
  const root = info.project.getCurrentDirectory();
  const modules = policyModules(root);
  const versions = new Map<string, string>();
  const known = new Map<string, Compilation>();

  /** Hands on what has changed in the editor; a change anywhere may concern every policy. */
  const followEditor = (): void => {
    for (const source of info.languageService.getProgram()?.getSourceFiles() ?? []) {
      if (source.isDeclarationFile || source.fileName.includes("/node_modules/")) continue;
      const version = info.languageServiceHost.getScriptVersion(source.fileName);
      if (versions.get(source.fileName) === version) continue;
      versions.set(source.fileName, version);
      modules.update(source.fileName, source.text);
      known.clear();
    }
  };
  const compilationOf = (file: string): Compilation => {
    const before = known.get(file);
    if (before !== undefined) return before;
    const compilation = compile(file, modules);
    known.set(file, compilation);
    return compilation;
  };

  return {
    diagnosticsIn: (source) => {
      followEditor();
      if (isPolicy(source)) compilationOf(source.fileName);
      const path = relativeTo(root, source.fileName);
      return [...known.values()].flatMap(({ diagnostics }) =>
        diagnostics.filter(({ span }) => span?.file === path),
      );
    },
    emittedFrom: (source) => {
      followEditor();
      return compilationOf(source.fileName).emitted;
    },
  };
}

/** TypeScript's own errors, which the editor shows already. */
const typeError = "PC1100";

function compile(file: string, modules: ReturnType<typeof policyModules>): Compilation {
  const collector = new Collector();
  const [source] = modules.lower({ files: [file], collector });
  const found = { ...nothing, diagnostics: collector.diagnostics.filter(({ code }) => code !== typeError) };
  if (source === undefined) return found;
  // What a cluster is given is decided in policyc.yaml; what a policy compiles to is seen without it.
  const deployment = {
    stage: "audit",
    params: source.policy.params.defaults,
    excludedNamespaces: [],
    exemptions: [],
    minKubernetes: source.policy.minKubernetes ?? "1.30",
  } as const;
  const emitted = emitPolicies({
    deployments: [{ ...source, deployment, targets: ["gatekeeper", "vap"] }],
    collector,
  });
  const diagnostics = collector.diagnostics.filter(({ code }) => code !== typeError);
  return { diagnostics, emitted: collector.hasErrors ? [] : emitted };
}

function relativeTo(root: string, file: string): string {
  return file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file;
}
