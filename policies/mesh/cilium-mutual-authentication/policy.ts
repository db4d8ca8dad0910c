import { parameters, policy, violation } from "@policyc/sdk";
import { CiliumClusterwideNetworkPolicy, CiliumNetworkPolicy } from "../../modules/cilium/network-policy.js";

interface Params {
  /** Ask for it in egress rules too. One side is enough where both ends are in this cluster. */
  egress?: boolean;
}

export default policy({
  name: "cilium-mutual-authentication",
  title: "Cilium rules authenticate",
  description:
    "A rule of a Cilium policy that lets other pods in must ask for mutual authentication: `authentication.mode: required`.",
  rationale:
    "Without it Cilium trusts the identity that its agent has derived from an address; an address can be inherited or forged.",
  remediation:
    "Set `authentication.mode: required` on the rule; turn on encryption too, since Cilium authenticates beside the traffic, not in it.",
  severity: "medium",
  controls: ["NIST-800-53-5/IA-9", "NIST-800-53-5/SC-8", "NSA-CISA-1.2/encryption", "NIST-800-190/4.3.5"],
  rollout: { difficulty: "high", effect: "medium", load: "medium" },
  needs: "whether your Cilium runs with mutual authentication",
  match: [CiliumNetworkPolicy, CiliumClusterwideNetworkPolicy],
  params: parameters<Params>({}),
  *check({ object, params }) {
    for (const spec of [object.spec, ...(object.specs ?? [])]) {
      for (const rule of spec?.ingress ?? []) {
        const pods = rule.fromEndpoints ?? [];
        const mode = rule.authentication?.mode ?? "disabled";
        if (pods.length > 0 && mode !== "required") {
          yield violation(
            `${object.kind} <${object.metadata.name}> lets pods in without mutual authentication: mode ${mode}`,
            rule,
          );
        }
      }
      for (const rule of spec?.egress ?? []) {
        const pods = rule.toEndpoints ?? [];
        const mode = rule.authentication?.mode ?? "disabled";
        if (params.egress === true && pods.length > 0 && mode !== "required") {
          yield violation(
            `${object.kind} <${object.metadata.name}> lets pods out without mutual authentication: mode ${mode}`,
            rule,
          );
        }
      }
    }
  },
});
