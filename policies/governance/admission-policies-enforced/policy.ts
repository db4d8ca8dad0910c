import {
  inventory,
  MutatingAdmissionPolicy,
  parameters,
  policy,
  ValidatingAdmissionPolicy,
  ValidatingAdmissionPolicyBinding,
  violation,
} from "@policyc/sdk";
import { looksAtAdmission, readsOthers } from "../../modules/unreachable.js";

interface Params {
  /** Accept bindings that warn or audit alone: the stages before one that denies. */
  allowAudit?: boolean;
}

export default policy({
  name: "admission-policies-enforced",
  title: "Admission policies refuse",
  description:
    "A ValidatingAdmissionPolicy or MutatingAdmissionPolicy must have `failurePolicy: Fail`. The former must have a binding; one of its bindings must deny, and none may let everything in while its parameters are missing. Audits and background scans find it: an API server asks nobody about the configuration of admission itself.",
  rationale:
    "A policy that only notes, passes what it cannot evaluate, or passes everything once somebody has deleted its parameters looks like a control in every list, and is none.",
  remediation:
    "Set `failurePolicy: Fail`, `validationActions: [Deny]` (or `[Deny, Audit]`) and `paramRef.parameterNotFoundAction: Deny`, when the audit annotations show that nothing else is refused.",
  severity: "medium",
  controls: [
    "CIS-2.0/5.2.1",
    "OWASP-K8S-2022/K04",
    "OWASP-K8S-2025/K04",
    "NIST-800-53-5/CM-6",
    "NIST-800-53-5/SC-24",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [ValidatingAdmissionPolicy, ValidatingAdmissionPolicyBinding, MutatingAdmissionPolicy],
  unreachable: { kyverno: readsOthers.kyverno, vap: looksAtAdmission.vap },
  params: parameters<Params>({ allowAudit: false }),
  *check({ object, params }) {
    const { kind, spec } = object;
    const name = `${kind} <${object.metadata.name}>`;
    if (kind === "ValidatingAdmissionPolicyBinding") {
      const { paramRef, policyName, validationActions } = spec;
      // What denies in some namespaces and warns in others is on its way.
      const denies = validationActions.includes("Deny") || bindingsOf(policyName).some(isDenying);
      if (!denies && params.allowAudit !== true)
        yield violation(
          `${name} refuses nothing of ${policyName}: its actions are ${validationActions.join(", ")}`,
          spec,
        );
      if (paramRef?.parameterNotFoundAction === "Allow")
        yield violation(
          `${name} lets everything in while its parameters are missing: parameterNotFoundAction is Allow`,
          paramRef,
        );
      return;
    }
    if (spec.failurePolicy === "Ignore")
      yield violation(`${name} lets in what it cannot evaluate: failurePolicy is Ignore`, spec);
    if (kind === "ValidatingAdmissionPolicy" && bindingsOf(object.metadata.name).length === 0)
      yield violation(`${name} is asked about nothing: it has no binding`, object.metadata);
  },
});

function bindingsOf(policyName: string): ValidatingAdmissionPolicyBinding[] {
  return inventory(ValidatingAdmissionPolicyBinding).filter(({ spec }) => spec.policyName === policyName);
}

function isDenying({ spec }: ValidatingAdmissionPolicyBinding): boolean {
  return spec.validationActions.includes("Deny");
}
