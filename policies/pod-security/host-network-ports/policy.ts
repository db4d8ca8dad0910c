import {
  type Container,
  containers,
  type Integer,
  parameters,
  podSpec,
  policy,
  violation,
  workloads,
} from "@policyc/sdk";
import { isExemptImage } from "../../modules/exempt-images.js";
import { isPodUpdate } from "../../modules/pod-update.js";

interface Params {
  /** Images whose host ports are left alone: exact references, or prefixes that end with `*`. Not for `hostNetwork`. */
  exemptImages?: string[];
  /** Whether pods may use the network of their node. */
  hostNetwork?: boolean;
  /** The lowest host port that may be used. */
  min?: Integer;
  /** The highest host port that may be used. */
  max?: Integer;
}

export default policy({
  name: "host-network-ports",
  title: "Host network and host ports",
  description: "Pods must not use the network of their node, nor host ports outside of the range.",
  rationale:
    "In the host's network a pod reaches what listens on the node alone, such as the kubelet and the metadata of the cloud, and no network policy holds it.",
  remediation: "Remove `hostNetwork` and `hostPort`; expose the pod by a Service.",
  severity: "high",
  controls: [
    "PSS/baseline/host-namespaces",
    "PSS/baseline/host-ports",
    "CIS-2.0/5.2.5",
    "CIS-2.0/5.2.12",
    "NIST-800-190/4.4.3",
    "NSA-CISA-1.2/pod-security",
    "OWASP-K8S-2022/K01",
    "OWASP-K8S-2025/K01",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  coveredBy: ["baseline-host-namespaces", "baseline-host-ports"],
  match: workloads,
  gatekeeper: { kind: "K8sPSPHostNetworkingPorts" },
  params: parameters<Params>({ hostNetwork: false, min: 0, max: 0 }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const { min, max } = params;
    const isOnHost = params.hostNetwork !== true && podSpec(object).hostNetwork === true;
    const isOutside = ({ image = "", ports = [] }: Container): boolean =>
      !isExemptImage(image, params.exemptImages ?? []) &&
      ports.some(({ hostPort }) => hostPort !== undefined && !isBetween(hostPort, min, max));
    if (isOnHost || containers(object).some(isOutside)) {
      yield violation(
        `The specified hostNetwork and hostPort are not allowed, pod: ${object.metadata.name}. Allowed values: hostNetwork ${params.hostNetwork === true ? "true" : "false"}, hostPort ${min ?? "any"} to ${max ?? "any"}`,
        isOnHost ? podSpec(object) : containers(object).find(isOutside),
      );
    }
  },
});

/** Is the port in the range? An end that is left out does not bound it. */
function isBetween(port: Integer, min: Integer | undefined, max: Integer | undefined): boolean {
  return (min === undefined || port >= min) && (max === undefined || port <= max);
}
