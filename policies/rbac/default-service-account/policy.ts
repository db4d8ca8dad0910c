import { ClusterRoleBinding, policy, RoleBinding, type Subject, violation } from "@policyc/sdk";
import { isBuiltInBinding, userOf } from "../../modules/subjects.js";

export default policy({
  name: "default-service-account",
  title: "No rights for default service accounts",
  description:
    "A binding must not name a `default` service account, nor all service accounts of a namespace.",
  rationale:
    "Every pod that names no service account runs as `default`: a right of that account is a right of all of them, the next one included.",
  remediation: "Make a service account for the workload that needs the right, and bind that.",
  severity: "high",
  controls: [
    "CIS-2.0/5.1.5",
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "MITRE-ATTACK-16/T1078.001",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [ClusterRoleBinding, RoleBinding],
  *check({ object }) {
    if (isBuiltInBinding(object)) return;
    for (const subject of object.subjects ?? []) {
      if (isDefault(subject) || isWholeNamespace(subject))
        yield violation(
          `${object.kind} <${object.metadata.name}> gives ${object.roleRef.name} to ${subject.kind} <${subject.name}>`,
          subject,
        );
    }
  },
});

function isDefault(subject: Subject): boolean {
  const user = userOf(subject);
  return user.startsWith("system:serviceaccount:") && user.endsWith(":default");
}

/** The group of all service accounts of a namespace has its `default` in it. */
function isWholeNamespace(subject: Subject): boolean {
  return subject.kind === "Group" && subject.name.startsWith("system:serviceaccounts:");
}
