import {
  type Container,
  containers,
  type EphemeralContainer,
  parameters,
  podSpec,
  policy,
  type Volume,
  violation,
  workloads,
} from "@policyc/sdk";
import { isPodUpdate } from "../../modules/pod-update.js";

interface AllowedHostPath {
  /** The path on the host, or a directory above it. */
  pathPrefix?: string;
  /** Every mount of such a volume must be read-only. */
  readOnly?: boolean;
}

interface Params {
  /** The host paths that may be mounted. None at all when this is empty. */
  allowedHostPaths?: AllowedHostPath[];
}

export default policy({
  name: "host-filesystem",
  title: "Host file system",
  description: "Volumes may only mount the listed paths of the host.",
  rationale:
    "A mounted host path gives a container the node's files: its kubelet credentials, its container runtime, other pods.",
  remediation: "Use a PersistentVolumeClaim, an emptyDir or a ConfigMap instead of a hostPath volume.",
  severity: "high",
  controls: [
    "PSS/baseline/hostpath-volumes",
    "CIS-2.0/5.2.11",
    "NSA-CISA-1.2/pod-security",
    "MITRE-ATTACK-16/T1611",
    "MITRE-ATTACK-16/T1612",
    "NIST-800-190/4.5.5",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "medium" },
  coveredBy: ["baseline-hostpath-volumes"],
  match: workloads,
  gatekeeper: { kind: "K8sPSPHostFilesystem" },
  params: parameters<Params>({ allowedHostPaths: [] }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const allowed = params.allowedHostPaths ?? [];
    const mounting = containers(object);
    for (const volume of podSpec(object).volumes ?? []) {
      const path = volume.hostPath?.path;
      if (path === undefined) continue;
      if (allowed.some((entry) => permits(entry, volume, path, mounting))) continue;
      yield violation(`HostPath volume <${volume.name}: ${path}> is not allowed`, volume);
    }
  },
});

/** Does this entry of the list permit the volume? */
function permits(
  entry: AllowedHostPath,
  volume: Volume,
  path: string,
  mounting: readonly (Container | EphemeralContainer)[],
): boolean {
  return (
    isBelow(path, entry.pathPrefix ?? "") && (entry.readOnly !== true || isMountedReadOnly(volume, mounting))
  );
}

/** `/foo` and `/foo/bar` are below `/foo`; `/food` and `/foo/../etc` are not. */
function isBelow(path: string, prefix: string): boolean {
  const directory = prefix.endsWith("/") ? prefix : `${prefix}/`;
  return `${path}/`.startsWith(directory) && !path.split("/").includes("..");
}

function isMountedReadOnly(volume: Volume, mounting: readonly (Container | EphemeralContainer)[]): boolean {
  return mounting.every((container) =>
    (container.volumeMounts ?? []).every((mount) => mount.name !== volume.name || mount.readOnly === true),
  );
}
