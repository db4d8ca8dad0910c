import { globMatches, PersistentVolume, parameters, policy, violation } from "@policyc/sdk";

interface Params {
  /** Storage classes whose volumes may be paths of a node; `*` at either end is a wildcard. */
  allowedClasses?: string[];
}

/** What no disk is mounted at: the root, and what the system, the kubelet, etcd and container runtimes keep. */
const system =
  /^\/(bin|boot|dev|etc|home|lib|proc|root|run|sbin|sys|usr|var\/(run|log|lib\/(containerd|docker|etcd|kubelet)))?(\/|$)/;

export default policy({
  name: "persistent-volume-hostpath",
  title: "No path of a node behind a claim",
  description:
    "A PersistentVolume must not be a `hostPath`, nor a `local` path in a folder of the node's own system.",
  rationale:
    "A pod that claims the volume has the path, and the checks of its spec see a claim alone: no hostPath in sight, at level Restricted.",
  remediation:
    "Use the CSI driver of the storage. For disks of a node use `local` with `nodeAffinity`, made by a provisioner, or list the storage class in `allowedClasses`.",
  severity: "high",
  controls: [
    "CIS-2.0/5.2.11",
    "NIST-800-190/4.5.5",
    "NIST-800-53-5/AC-6",
    "MITRE-ATTACK-16/T1611",
    "NSA-CISA-1.2/pod-security",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [PersistentVolume],
  params: parameters<Params>({ allowedClasses: [] }),
  *check({ object, params }) {
    const { hostPath, local, storageClassName = "" } = object.spec;
    const name = `PersistentVolume <${object.metadata.name}>`;
    if ((params.allowedClasses ?? []).some((pattern) => globMatches(pattern, storageClassName))) return;
    if (hostPath !== undefined) yield violation(`${name} is the path ${hostPath.path} of a node`, hostPath);
    if (local !== undefined && system.test(local.path))
      yield violation(`${name} is the folder ${local.path} of a node's system`, local);
  },
});
