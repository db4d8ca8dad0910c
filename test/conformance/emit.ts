import { type Deployment, type EmittedFile, emitPolicies, type TargetName } from "@policyc/compiler";
import { Collector, renderDiagnostic } from "@policyc/diagnostics";
import type { Emit, Refusal } from "./emitted.js";
import { libraryPolicies } from "./library/library.js";

/**
 * Compiles one of our policies with other parameters than those in `dist/`, in the stage `enforce`.
 * The compiler is wired in here and nowhere else.
 */
export const emit: Emit = (policy, parameters) => {
  const collector = new Collector();
  const files = emitted(policy, asJson(parameters), ["kyverno", "kyverno-vpol", "vap"], collector);
  const refusals = collector.diagnostics.filter((diagnostic) => diagnostic.severity === "error");
  const refused = refusals.map((diagnostic) => renderDiagnostic(diagnostic, () => undefined)).join("\n");
  const text = (folder: string): string | Refusal => {
    const unreachable = source.policy.unreachable?.[folder];
    if (unreachable !== undefined) return { refused: unreachable };
    const file = files.find(({ path }) => path === `${folder}/${policy}.yaml`);
    return refused === "" ? (file?.text ?? { refused: "not emitted" }) : { refused };
  };
  return { clusterPolicy: text("kyverno"), validatingPolicy: text("kyverno-vpol"), vap: text("vap") };
};

/** The ConstraintTemplate of one of our policies, as an evaluator reads it. */
export function emitTemplate(policy: string): readonly EmittedFile[] {
  return emitted(policy, {}, ["gatekeeper"], new Collector());
}

function emitted(
  policy: string,
  params: Deployment["params"],
  targets: readonly TargetName[],
  collector: Collector,
): readonly EmittedFile[] {
  const source = libraryPolicies().get(policy);
  if (source === undefined) throw new Error(`the library has no policy ${policy}`);
  const deployment = {
    stage: "enforce",
    params,
    excludedNamespaces: [],
    exemptions: [],
    minKubernetes: "1.30",
  } as const;
  return emitPolicies({ deployments: [{ ...source, deployment, targets }], collector });
}

/** Read from YAML, hence JSON; the copy says so to the type checker. */
function asJson(parameters: object): Deployment["params"] {
  return JSON.parse(JSON.stringify(parameters));
}
