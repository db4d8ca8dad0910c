import {
  type Deployment,
  type EmittedFile,
  emitPolicies,
  notInConfigMap,
  type SourcePolicy,
  type TargetName,
} from "@policyc/compiler";
import { Collector, renderDiagnostic } from "@policyc/diagnostics";
import type { Exclusions } from "@policyc/testing";
import { parseDocuments } from "./documents.js";
import type { Emit, Refusal } from "./emitted.js";
import type { JsonObject } from "./json.js";
import { libraryPolicies } from "./library/library.js";

/**
 * Compiles one of some policies with other parameters than those in `dist/`, in the stage `enforce`.
 * The compiler is wired in here and nowhere else.
 */
export function emitOf(
  policies: () => ReadonlyMap<string, SourcePolicy>,
  exclusionsOf: (policy: string) => Exclusions | undefined = () => undefined,
): Emit {
  return (policy, parameters) => {
    const collector = new Collector();
    const source = policies().get(policy);
    const wanted = { params: asJson(parameters), targets: forCel, collector };
    const files = emitted(policy, source, { ...wanted, ...exclusionsOf(policy) });
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

/** A ValidatingAdmissionPolicy whose parameters an object of the cluster holds. */
export interface WithParameters {
  readonly definitions: readonly JsonObject[];
  readonly object: JsonObject;
  /** The policy and its binding. */
  readonly policies: readonly JsonObject[];
}

/** `undefined` where the policy has no parameters, or none that such an object can hold, or is not for this target. */
export function emitWithParameters(
  policy: string,
  parameters: JsonObject,
  how: Pick<Deployment, "stage" | "vapParameters">,
): WithParameters | undefined {
  const source = libraryPolicies().get(policy);
  if (source === undefined || source.policy.unreachable?.["vap"] !== undefined) return undefined;
  if (how.vapParameters?.kind === "configMap" && notInConfigMap(source.policy).length > 0) return undefined;
  const wanted = {
    params: asJson(parameters),
    targets: ["vap"],
    collector: new Collector(),
    ...how,
  } as const;
  const files = emitted(policy, source, wanted);
  const documentsAt = (path: string): readonly JsonObject[] =>
    parseDocuments(files.find((file) => file.path === path)?.text ?? "");
  const [object] = documentsAt(`vap/params/${policy}.yaml`);
  const definitions = documentsAt(`vap/crds/${policy}.yaml`);
  return object && { definitions, object, policies: documentsAt(`vap/${policy}.yaml`) };
}

interface Wanted extends Partial<Exclusions & Pick<Deployment, "stage" | "vapParameters">> {
  readonly params: Deployment["params"];
  readonly targets: readonly TargetName[];
  readonly collector: Collector;
}

function emitted(
  policy: string,
  source: SourcePolicy | undefined,
  { targets, collector, ...wanted }: Wanted,
): readonly EmittedFile[] {
  if (source === undefined) throw new Error(`there is no policy ${policy}`);
  const deployment = {
    stage: "enforce",
    excludedNamespaces: [],
    exemptions: [],
    minKubernetes: source.policy.minKubernetes ?? "1.30",
    ...wanted,
  } as const;
  return emitPolicies({ deployments: [{ ...source, deployment, targets }], collector });
}

/** Read from YAML, hence JSON; the copy says so to the type checker. */
function asJson(parameters: object): Deployment["params"] {
  return JSON.parse(JSON.stringify(parameters));
}
