import type { Json, Policy } from "@policyc/ir";
import type { Deployment } from "../deployment.js";

/**
 * The binding's reference to the object of the policy's name. Where it is missing nobody knows what holds: a stage that
 * denies denies then, the others go on denying nothing. The API server would deny in their place, whatever the
 * `validationActions`, and in the namespaces that the policy leaves out.
 */
export function paramRef(policy: Policy, { stage }: Deployment, namespace: string | undefined): Json {
  return {
    name: policy.name,
    ...(namespace === undefined ? {} : { namespace }),
    parameterNotFoundAction: stage === "enforce" ? "Deny" : "Allow",
  };
}
