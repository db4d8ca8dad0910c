import { policy, violation } from "@policyc/sdk";
import { ServiceEntry } from "../../modules/istio/service-entry.js";

export default policy({
  name: "service-entry-tls",
  title: "Traffic leaves the mesh encrypted, to known hosts",
  description:
    "A ServiceEntry for something outside the mesh must name its hosts, and not be reached in plain text: HTTP needs a `targetPort`, where a DestinationRule originates TLS.",
  rationale:
    "Plain text to the outside can be read and changed on every hop; a host `*` opens the mesh to every destination there is.",
  remediation:
    "Use protocol `HTTPS` or `TLS`, or `HTTP` with `targetPort: 443` and a DestinationRule with `tls.mode: SIMPLE`; list the hosts.",
  severity: "medium",
  controls: [
    "NIST-800-53-5/SC-7",
    "NIST-800-53-5/SC-8",
    "NSA-CISA-1.2/encryption",
    "MITRE-ATTACK-16/T1040",
    "MITRE-ATTACK-16/T1557",
  ],
  rollout: { difficulty: "medium", effect: "medium", load: "low" },
  match: [ServiceEntry],
  *check({ object }) {
    const { endpoints, hosts, ports, location } = object.spec;
    if ((location ?? "MESH_EXTERNAL") === "MESH_EXTERNAL" && !staysInPod(endpoints ?? [])) {
      for (const host of hosts) {
        // `*.com` is no better than `*`.
        if (/^\*(\.[^.]*)?$/u.test(host)) {
          yield violation(
            `ServiceEntry <${object.metadata.name}> opens the mesh to all hosts: ${host}`,
            object.spec,
          );
        }
      }
      for (const { number, protocol, targetPort } of ports ?? []) {
        const isPlain = ["HTTP", "HTTP2", "GRPC", "GRPC-WEB", "MONGO"].includes(protocol ?? "");
        if (isPlain && targetPort === undefined) {
          yield violation(
            `ServiceEntry <${object.metadata.name}> is reached in plain text: port ${number} ${protocol ?? ""}`,
            object.spec,
          );
        }
      }
    }
  },
});

/** A program beside the workload, such as one that authorizes requests, is reached by the loopback address. */
function staysInPod(endpoints: readonly { address?: string }[]): boolean {
  return endpoints.length > 0 && endpoints.every(({ address }) => /^(127\.|::1$|unix:)/.test(address ?? ""));
}
