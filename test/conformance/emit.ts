import {
  type Deployment,
  type EmittedFile,
  emitPolicies,
  type SourcePolicy,
  type TargetName,
} from "@policyc/compiler";
import { Collector, renderDiagnostic } from "@policyc/diagnostics";
import type { Emit, Refusal } from "./emitted.js";
import { libraryPolicies } from "./library/library.js";

/**
 * Compiles one of some policies with other parameters than those in `dist/`, in the stage `enforce`.
 * The compiler is wired in here and nowhere else.
 */
export function emitOf(policies: () => ReadonlyMap<string, SourcePolicy>): Emit {
  return (policy, parameters) => {
    const collector = new Collector();
    const source = policies().get(policy);
    const files = emitted(policy, source, { params: asJson(parameters), targets: forCel, collector });
    const refusals = collector.diagnostics.filter((diagnostic) => diagnostic.severity === "error");
    const refused = refusals.map((diagnostic) => renderDiagnostic(diagnostic, () => undefined)).join("\n");
    const text = (folder: TargetName): string | Refusal => {
      const unreachable = source?.policy.unreachable?.[folder];
      if (unreachable !== undefined) return { refused: unreachable };
      const file = files.find(({ path }) => path === `${folder}/${policy}.yaml`);
      return refused === "" ? (file?.text ?? { refused: "not emitted" }) : { refused };
    };
    return { clusterPolicy: text("kyverno"), validatingPolicy: text("kyverno-vpol"), vap: text("vap") };
  };
}

const forCel = ["kyverno", "kyverno-vpol", "vap"] as const;

/** Those of the library. */
export const emit: Emit = emitOf(libraryPolicies);

/** The ConstraintTemplate of one of our policies, as an evaluator reads it. */
export function emitTemplate(policy: string): readonly EmittedFile[] {
  const wanted = { params: {}, targets: ["gatekeeper"], collector: new Collector() } as const;
  return emitted(policy, libraryPolicies().get(policy), wanted);
}

interface Wanted {
  readonly params: Deployment["params"];
  readonly targets: readonly TargetName[];
  readonly collector: Collector;
}

function emitted(
  policy: string,
  source: SourcePolicy | undefined,
  { params, targets, collector }: Wanted,
): readonly EmittedFile[] {
  if (source === undefined) throw new Error(`there is no policy ${policy}`);
  const deployment = {
    stage: "enforce",
    params,
    excludedNamespaces: [],
    exemptions: [],
    minKubernetes: source.policy.minKubernetes ?? "1.30",
  } as const;
  return emitPolicies({ deployments: [{ ...source, deployment, targets }], collector });
}

/** Read from YAML, hence JSON; the copy says so to the type checker. */
function asJson(parameters: object): Deployment["params"] {
  return JSON.parse(JSON.stringify(parameters));
}
