import { isDeepStrictEqual } from "node:util";
import { clusterPolicy, type EmittedFile, emitPolicies } from "@policyc/compiler";
import { Collector } from "@policyc/diagnostics";
import { gatekeeperPolicy } from "@policyc/testing";
import type { PlannedPolicy } from "../project/deployments.js";
import { packOf } from "../project/select-sources.js";
import type { Bundle, BundledPolicy } from "./bundle.js";

/** Compiles policies, as they are deployed, into what `check` evaluates. */
export function makeBundle(planned: readonly PlannedPolicy[], collector: Collector): Bundle {
  return { policies: planned.map((one) => bundled(one, collector)) };
}

function bundled(planned: PlannedPolicy, collector: Collector): BundledPolicy {
  const { policy, file, deployment } = planned;
  const { name, title, description, rationale, remediation, severity, controls, rollout, match } = policy;
  const { params, excludedNamespaces, exemptions, minKubernetes } = deployment;
  const { coveredBy, needs } = asItComes(planned) ? policy : {};
  const vap = admissionPolicy(planned);
  return {
    name,
    title,
    description,
    ...(rationale === undefined ? {} : { rationale }),
    ...(remediation === undefined ? {} : { remediation }),
    severity,
    controls,
    ...(rollout === undefined ? {} : { rollout }),
    ...(coveredBy === undefined ? {} : { coveredBy }),
    ...(needs === undefined ? {} : { needs }),
    pack: packOf({ file }),
    file,
    match,
    params,
    exclusions: { excludedNamespaces, exemptions },
    minKubernetes,
    gatekeeper: gatekeeperPolicy(emitted(planned, "gatekeeper", collector), policy.constraintKind),
    ...(vap === undefined ? {} : { vap }),
  };
}

/** Whether nobody has given it other parameters than its author. */
function asItComes({ policy, deployment }: PlannedPolicy): boolean {
  return isDeepStrictEqual(deployment.params, policy.params.defaults);
}

function emitted(
  { policy, file, deployment }: PlannedPolicy,
  target: "gatekeeper" | "vap",
  collector: Collector,
): readonly EmittedFile[] {
  return emitPolicies({
    deployments: [{ policy, file, deployment: { ...deployment, stage: "enforce" }, targets: [target] }],
    documents: "emitted",
    collector,
  });
}

/** What CEL cannot say is no mistake here: the policy is just not asked in CEL. */
function admissionPolicy(planned: PlannedPolicy): string | undefined {
  const { policy } = planned;
  const own = new Collector();
  const files = clusterPolicy(policy) === undefined ? [] : emitted(planned, "vap", own);
  return own.hasErrors ? undefined : files.find(({ path }) => path === `vap/${policy.name}.yaml`)?.text;
}
