import { ClusterRole, policy, Role } from "@policyc/sdk";
import { givenAwayForAll, givenAwayForAllOfCluster, type Rights } from "../../modules/roles.js";

const deleting = ["delete", "deletecollection"] as const;

/** What is restored from, and what says where it lies: a location that is changed sends the next backup elsewhere. */
const backups: readonly Rights[] = [
  { group: "snapshot.storage.k8s.io", resources: ["volumesnapshots"], verbs: deleting },
  { group: "velero.io", resources: ["backups", "schedules"], verbs: deleting },
  { group: "velero.io", resources: ["deletebackuprequests"], verbs: ["create"] },
  {
    group: "velero.io",
    resources: ["backupstoragelocations", "volumesnapshotlocations"],
    verbs: ["update", "patch", ...deleting],
  },
];

const contents = {
  group: "snapshot.storage.k8s.io",
  resources: ["volumesnapshotcontents"],
  verbs: deleting,
} as const;

export default policy({
  name: "backup-deletion",
  title: "Backups are deleted by few",
  description:
    "A role must not grant the deletion of VolumeSnapshots or of Velero's backups, nor changes of where backups lie, but for objects that it names.",
  rationale:
    "Who extorts deletes the backups before the data. A right that was meant for tidying up is enough, since the copy in the store goes with the object.",
  remediation:
    "Let backups expire (`ttl` of a Backup, a retention of the snapshot's controller), keep a copy that the cluster cannot delete, and exempt the role of the controller alone.",
  severity: "medium",
  controls: [
    "NSA-CISA-1.2/authorization",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
    "NIST-800-53-5/AC-6",
    "NIST-800-53-5/CP-9",
    "MITRE-ATTACK-16/T1490",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  coveredBy: ["no-wildcards"],
  match: [ClusterRole, Role],
  *check({ object }) {
    yield* givenAwayForAll(object, backups);
    yield* givenAwayForAllOfCluster(object, [contents]);
  },
});
