import { globMatches, parameters, policy, violation } from "@policyc/sdk";
import { FluxKustomization, HelmRelease } from "../../modules/delivery/flux.js";

interface Params {
  /** The platform's own namespaces, whose objects the controller applies as itself; `*` at either end is a wildcard. */
  namespaces?: string[];
}

export default policy({
  name: "flux-tenancy",
  title: "Flux deploys as the team",
  description:
    "A Kustomization or HelmRelease of Flux must name the service account that it deploys with, but for the platform's own.",
  rationale:
    "Without one the controller deploys as itself, which is cluster-admin: whoever may write to the team's repository may then change every namespace.",
  remediation:
    "Set `spec.serviceAccountName` to an account with rights in the team's namespaces alone, or start the controllers with `--default-service-account` and switch this policy off.",
  severity: "medium",
  controls: [
    "CIS-2.0/5.6.1",
    "NSA-CISA-1.2/authorization",
    "NIST-800-53-5/AC-6",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "medium" },
  match: [FluxKustomization, HelmRelease],
  params: parameters<Params>({ namespaces: ["flux-system"] }),
  *check({ object, params }) {
    const namespace = object.metadata.namespace ?? "";
    if ((params.namespaces ?? []).some((pattern) => globMatches(pattern, namespace))) return;
    const { serviceAccountName = "", kubeConfig } = object.spec ?? {};
    if (serviceAccountName === "" && kubeConfig === undefined)
      yield violation(
        `${object.kind} <${object.metadata.name}> deploys as the controller: no serviceAccountName`,
        object.spec,
      );
  },
});
