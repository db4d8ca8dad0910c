import {
  inventory,
  PersistentVolumeClaim,
  type PersistentVolumeClaimSpec,
  parameters,
  policy,
  StatefulSet,
  StorageClass,
  sorted,
  violation,
} from "@policyc/sdk";
import { readsOthers } from "../../modules/unreachable.js";

interface Params {
  /** Whether messages list the classes that may be used. */
  includeStorageClassesInMessage?: boolean;
  /** The storage classes that may be used; `*` allows all that exist, as does leaving it out. */
  allowedStorageClasses?: string[];
}

export default policy({
  name: "storageclass",
  title: "Storage class",
  description: "Volume claims must name a storage class that exists and, where a list is given, is on it.",
  rationale:
    "A claim without a class gets whatever is the default, and one with a wrong class stays pending for ever: where data is kept, encrypted and backed up should be a decision.",
  remediation: "Set `storageClassName` to one of the classes of the cluster.",
  severity: "medium",
  controls: ["NIST-800-53-5/CM-6"],
  rollout: { difficulty: "low", effect: "low", load: "low" },
  needs: "which storage classes your clusters have",
  match: [PersistentVolumeClaim, StatefulSet],
  gatekeeper: { kind: "K8sStorageClass" },
  params: parameters<Params>({ includeStorageClassesInMessage: true }),
  unreachable: readsOthers,
  *check({ object, params }) {
    const existing = inventory(StorageClass).map((storageClass) => storageClass.metadata.name);
    if (existing.length === 0 && claims(object).length > 0) {
      yield violation(
        "StorageClasses not synced: no StorageClass is known. Ask an administrator of the cluster to look at the policy engine.",
      );
    }
    const allowed = params.allowedStorageClasses ?? ["*"];
    const usable = existing.filter((name) => allowed.includes("*") || allowed.includes(name));
    const choice = params.includeStorageClassesInMessage
      ? ` Must be one of [${sorted(usable).join(", ")}]`
      : "";
    const what = params.allowedStorageClasses === undefined ? "a valid" : "an allowed and valid";
    const subject = object.kind === "StatefulSet" ? "statefulset" : "pvc";
    for (const claim of claims(object)) {
      const name = claim.storageClassName;
      if (name === undefined) {
        yield violation(`${subject} did not specify a storage class name.${choice}`, claim);
      } else if (!usable.includes(name)) {
        yield violation(`${subject} did not specify ${what} storage class name <${name}>.${choice}`, claim);
      }
    }
  },
});

/** The claim itself, or those that a StatefulSet makes for each of its pods. */
function claims(object: PersistentVolumeClaim | StatefulSet): PersistentVolumeClaimSpec[] {
  if (object.kind === "PersistentVolumeClaim") return [object.spec];
  return (object.spec.volumeClaimTemplates ?? []).map((template) => template.spec);
}
