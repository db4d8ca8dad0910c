import {
  globMatches,
  Namespace,
  parameters,
  policy,
  ResourceClaim,
  ResourceClaimTemplate,
  violation,
} from "@policyc/sdk";

interface Params {
  /** Namespaces whose pods may look into devices that others use: those of monitoring; `*` at either end is a wildcard. */
  namespaces?: string[];
}

export default policy({
  name: "device-admin-access",
  title: "Devices belong to who has claimed them",
  description:
    "A ResourceClaim must not ask for `adminAccess` to devices, nor a Namespace allow it by its label, but where that is declared.",
  rationale:
    "With administrative access a pod is given devices that are in use by others, past all quotas: it reads what other tenants compute on the same GPU, or stops it.",
  remediation:
    "Remove `adminAccess`. What watches devices runs in a namespace of its own, which is listed in `namespaces`.",
  severity: "high",
  controls: ["NIST-800-53-5/AC-6", "NIST-800-53-5/SC-4", "NSA-CISA-1.2/authorization"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [ResourceClaim, ResourceClaimTemplate, Namespace],
  params: parameters<Params>({ namespaces: [] }),
  *check({ object, params }) {
    const { name, namespace } = object.metadata;
    const where = object.kind === "Namespace" ? name : (namespace ?? "");
    if ((params.namespaces ?? []).some((pattern) => globMatches(pattern, where))) return;
    if (object.kind === "Namespace") {
      if (object.metadata.labels?.["resource.kubernetes.io/admin-access"] === "true")
        yield violation(`Namespace <${name}> lets its pods into devices that others use`, object.metadata);
      return;
    }
    const claim = object.kind === "ResourceClaim" ? object.spec : object.spec.spec;
    for (const request of claim.devices?.requests ?? []) {
      if (request.exactly?.adminAccess === true)
        yield violation(
          `${object.kind} <${name}> asks for devices that others use: ${request.name}`,
          request,
        );
    }
  },
});
