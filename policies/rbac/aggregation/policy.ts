import {
  ClusterRole,
  grants,
  type LabelSelector,
  type PolicyRule,
  parameters,
  policy,
  violation,
} from "@policyc/sdk";
import { isBuiltInRole } from "../../modules/roles.js";
import { selectsAnything } from "../../modules/selects-anything.js";

interface Params {
  /** The roles that others may add to: those of Kubernetes, and OpenShift's `cluster-reader`. */
  targets?: string[];
}

const label = "rbac.authorization.k8s.io/aggregate-to-";
/** Those who have them are meant to look, and to see no Secrets. */
const readers: readonly string[] = ["view", "cluster-reader"];
const reading: readonly string[] = ["get", "list", "watch"];
const bootstrapping = "kubernetes.io/bootstrapping";

export default policy({
  name: "aggregation",
  title: "Aggregated roles stay what they are",
  description:
    "A ClusterRole may add itself to the listed roles only; to `view` and `cluster-reader` it may add reading, but no Secrets; and no role may gather all others, or those of Kubernetes.",
  rationale:
    "A label is enough to add rights to a role that people have already: whoever has `view` would have them in every namespace, and no binding would show it.",
  remediation:
    "Remove the label and bind the role to those who need it, or take out of it what the aggregated role must not have.",
  severity: "high",
  controls: [
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "MITRE-ATTACK-16/T1098.006",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [ClusterRole],
  params: parameters<Params>({ targets: ["admin", "edit", "view", "cluster-reader"] }),
  *check({ object, params }) {
    if (isBuiltInRole(object)) return;
    const { name, labels } = object.metadata;
    const targets = params.targets ?? [];
    for (const [key, value] of Object.entries(labels ?? {})) {
      if (key.startsWith(label) && value === "true" && !targets.includes(key.slice(label.length)))
        yield violation(`ClusterRole <${name}> adds itself to ${key.slice(label.length)}`, object.metadata);
    }
    for (const reader of readers) {
      if (labels?.[`${label}${reader}`] !== "true") continue;
      for (const rule of object.rules ?? []) {
        if (!isReading(rule))
          yield violation(`ClusterRole <${name}> adds more than reading to ${reader}`, rule);
        if (readsSecrets(rule))
          yield violation(`ClusterRole <${name}> adds reading of secrets to ${reader}`, rule);
      }
    }
    for (const selector of object.aggregationRule?.clusterRoleSelectors ?? []) {
      if (selectsAnything(selector))
        yield violation(
          `ClusterRole <${name}> gathers the rights of every ClusterRole`,
          object.aggregationRule,
        );
      else if (selectsBuiltIn(selector))
        yield violation(
          `ClusterRole <${name}> gathers the rights of Kubernetes' own ClusterRoles, cluster-admin among them`,
          object.aggregationRule,
        );
    }
  },
});

/** The label that the API server puts on all roles that it makes. */
function selectsBuiltIn({ matchLabels = {}, matchExpressions = [] }: LabelSelector): boolean {
  return (
    bootstrapping in matchLabels ||
    matchExpressions.some(
      ({ key, operator }) => key === bootstrapping && (operator === "In" || operator === "Exists"),
    )
  );
}

function isReading(rule: PolicyRule): boolean {
  return rule.verbs.every((verb) => reading.includes(verb));
}

function readsSecrets(rule: PolicyRule): boolean {
  return reading.some((verb) => grants(rule, { verb, group: "", resource: "secrets" }));
}
