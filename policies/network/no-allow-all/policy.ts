import { NetworkPolicy, policy, violation } from "@policyc/sdk";

export default policy({
  name: "no-allow-all",
  title: "Network policies restrict something",
  description:
    "A NetworkPolicy must not have a rule that allows all traffic, nor rules for a direction that its `policyTypes` leave out.",
  rationale:
    "Network policies add up: one rule that allows everything takes back what all others deny. And a rule that `policyTypes` leaves out looks like a restriction and is none.",
  remediation:
    "Say in `from` or `to` who may talk, and in `ports` where. List in `policyTypes` every direction that the policy has rules for.",
  severity: "high",
  controls: [
    "CIS-2.0/5.3.2",
    "NSA-CISA-1.2/network-separation",
    "OWASP-K8S-2022/K07",
    "OWASP-K8S-2025/K05",
    "NIST-800-190/4.3.3",
    "NIST-800-53-5/SC-7",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [NetworkPolicy],
  *check({ object }) {
    const { spec } = object;
    for (const rule of spec.ingress ?? []) {
      if ((rule.from ?? []).length === 0 && (rule.ports ?? []).length === 0)
        yield violation(`NetworkPolicy <${object.metadata.name}> allows all ingress`, rule);
    }
    for (const rule of spec.egress ?? []) {
      if ((rule.to ?? []).length === 0 && (rule.ports ?? []).length === 0)
        yield violation(`NetworkPolicy <${object.metadata.name}> allows all egress`, rule);
    }
    // The API server fills `policyTypes` in where it is absent, and then it fits the rules.
    const types = spec.policyTypes ?? ["Ingress", "Egress"];
    if ((spec.ingress ?? []).length > 0 && !types.includes("Ingress"))
      yield violation(`NetworkPolicy <${object.metadata.name}> has ingress rules without effect`, spec);
    if ((spec.egress ?? []).length > 0 && !types.includes("Egress"))
      yield violation(`NetworkPolicy <${object.metadata.name}> has egress rules without effect`, spec);
  },
});
