import { parameters, policy, type Violation, violation } from "@policyc/sdk";
import {
  type CelPolicySpec,
  KyvernoImageValidatingPolicy,
  KyvernoNamespacedImageValidatingPolicy,
  KyvernoNamespacedValidatingPolicy,
  KyvernoValidatingPolicy,
} from "../../modules/policy-engines/kyverno-cel-policy.js";
import {
  type FailureAction,
  isEnforced,
  KyvernoClusterPolicy,
  KyvernoPolicy,
  type KyvernoSpec,
} from "../../modules/policy-engines/kyverno-policy.js";

interface Params {
  /** Accept policies that audit or warn alone: the stages before one that refuses. */
  allowAudit?: boolean;
}

export default policy({
  name: "kyverno-policies-enforced",
  title: "Kyverno's policies refuse",
  description:
    "A policy of Kyverno's must be asked at admission, fail closed, and refuse what breaks it: `failureAction: Enforce` in its rules, `Deny` among the `validationActions` of one in CEL.",
  rationale:
    "Kyverno audits where a rule does not say otherwise, so that a policy which nobody finished looks like a control in every list, and lets everything in.",
  remediation:
    "When the reports show that nothing else is refused, set `validate.failureAction: Enforce` (`validationActions: [Deny]`), leave `failurePolicy` at `Fail`, and remove `admission: false`.",
  severity: "medium",
  controls: [
    "CIS-2.0/5.2.1",
    "OWASP-K8S-2022/K04",
    "OWASP-K8S-2025/K04",
    "NIST-800-53-5/CM-6",
    "NIST-800-53-5/SC-24",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [
    KyvernoClusterPolicy,
    KyvernoPolicy,
    KyvernoValidatingPolicy,
    KyvernoNamespacedValidatingPolicy,
    KyvernoImageValidatingPolicy,
    KyvernoNamespacedImageValidatingPolicy,
  ],
  params: parameters<Params>({ allowAudit: false }),
  *check({ object, params }) {
    const name = `${object.kind} <${object.metadata.name}>`;
    if (object.apiVersion === "kyverno.io/v1") yield* weakRules(name, object.spec, params);
    else yield* weakCel(name, object.spec, params);
  },
});

function* weakRules(name: string, spec: KyvernoSpec, { allowAudit }: Params): Iterable<Violation> {
  const checking = (spec.rules ?? []).filter(
    ({ validate, verifyImages }) => validate !== undefined || (verifyImages ?? []).length > 0,
  );
  // What makes or changes objects refuses nothing.
  if (checking.length === 0) return;
  if ((spec.webhookConfiguration?.failurePolicy ?? spec.failurePolicy) === "Ignore")
    yield violation(`${name} lets in what it cannot evaluate: failurePolicy is Ignore`, spec);
  if (spec.admission === false)
    yield violation(`${name} is not asked at admission: admission is false`, spec);
  // A policy that refuses in some namespaces is on its way, as far as it goes.
  if (allowAudit === true || (spec.validationFailureActionOverrides ?? []).some(refuses)) return;
  for (const rule of checking) {
    if ((rule.validate?.failureActionOverrides ?? []).some(refuses)) continue;
    const actions = [
      ...(rule.validate === undefined ? [] : [rule.validate.failureAction]),
      ...(rule.verifyImages ?? []).map(({ failureAction }) => failureAction),
    ];
    if (actions.some((action) => !isEnforced(action ?? spec.validationFailureAction)))
      yield violation(`${name} refuses nothing by its rule <${rule.name}>: it audits`, rule);
  }
}

function refuses({ action }: { action?: FailureAction }): boolean {
  return isEnforced(action);
}

function* weakCel(name: string, spec: CelPolicySpec, { allowAudit }: Params): Iterable<Violation> {
  const actions = spec.validationActions ?? [];
  if (spec.failurePolicy === "Ignore")
    yield violation(`${name} lets in what it cannot evaluate: failurePolicy is Ignore`, spec);
  if (spec.evaluation?.admission?.enabled === false)
    yield violation(`${name} is not asked at admission: evaluation.admission is not enabled`, spec);
  if (allowAudit !== true && actions.length > 0 && !actions.includes("Deny"))
    yield violation(`${name} refuses nothing: its actions are ${actions.join(", ")}`, spec);
}
