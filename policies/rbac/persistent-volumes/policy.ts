import { ClusterRole, policy, Role } from "@policyc/sdk";
import { givenAwayOfCluster, isBuiltInRole } from "../../modules/roles.js";

const volumes = { group: "", resources: ["persistentvolumes"], verbs: ["create"] } as const;

export default policy({
  name: "persistent-volumes",
  title: "Volumes are made by storage classes",
  description: "A role must not grant create on PersistentVolumes.",
  rationale:
    "A PersistentVolume can point at any path of a node. A pod that claims it has that path, and no check of its pod spec sees a hostPath.",
  remediation:
    "Let people make PersistentVolumeClaims, which a storage class provisions. Exempt the provisioner's own role.",
  severity: "medium",
  controls: [
    "CIS-2.0/5.1.9",
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "MITRE-ATTACK-16/T1611",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  coveredBy: ["no-wildcards"],
  match: [ClusterRole, Role],
  *check({ object }) {
    if (isBuiltInRole(object)) return;
    for (const rule of object.rules ?? []) yield* givenAwayOfCluster(object, rule, volumes);
  },
});
