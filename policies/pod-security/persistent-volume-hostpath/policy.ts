import { globMatches, PersistentVolume, parameters, policy, violation } from "@policyc/sdk";

interface Params {
  /** Storage classes whose volumes may be paths of a node; `*` at either end is a wildcard. */
  allowedClasses?: string[];
}

export default policy({
  name: "persistent-volume-hostpath",
  title: "No path of a node behind a claim",
  description: "A PersistentVolume must not be a `hostPath`.",
  rationale:
    "A pod that claims the volume has the path, and the checks of its spec see a claim alone: no hostPath in sight, at level Restricted.",
  remediation:
    "Use the CSI driver of the storage. For disks of a node use `local` with `nodeAffinity`, made by a provisioner, or list the storage class in `allowedClasses`.",
  severity: "high",
  controls: ["CIS-2.0/5.2.11", "NIST-800-190/4.5.5", "NIST-800-53-5/AC-6", "MITRE-ATTACK-16/T1611"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [PersistentVolume],
  params: parameters<Params>({ allowedClasses: [] }),
  *check({ object, params }) {
    const { hostPath, storageClassName = "" } = object.spec;
    if (hostPath === undefined) return;
    if ((params.allowedClasses ?? []).some((pattern) => globMatches(pattern, storageClassName))) return;
    yield violation(
      `PersistentVolume <${object.metadata.name}> is the path ${hostPath.path} of a node`,
      hostPath,
    );
  },
});
