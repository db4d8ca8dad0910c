import { globMatches, parameters, policy, Service, violation } from "@policyc/sdk";

interface Params {
  /** Names that a Service may stand for; `*` at either end is a wildcard. */
  allowedNames?: string[];
}

export default policy({
  name: "external-name",
  title: "Services stand for pods",
  description: "A Service of type ExternalName may only stand for the listed names.",
  rationale:
    "An ExternalName leads clients of a trusted name anywhere, to another namespace's Service or to the cloud's metadata service, past network policies that select pods and past certificates that name the Service.",
  remediation: "Let clients use the real name, or have it added to `allowedNames`.",
  severity: "medium",
  controls: ["NSA-CISA-1.2/network-separation", "NIST-800-53-5/SC-7"],
  rollout: { difficulty: "low", effect: "low", load: "low" },
  match: [Service],
  params: parameters<Params>({ allowedNames: [] }),
  *check({ object, params }) {
    if (object.spec.type !== "ExternalName") return;
    const name = object.spec.externalName ?? "";
    if ((params.allowedNames ?? []).some((pattern) => globMatches(pattern, name))) return;
    yield violation(`Service <${object.metadata.name}> stands for ${name}`, object.spec);
  },
});
