import { parameters, podSpec, policy, violation, workloads } from "@policyc/sdk";
import { isPodUpdate } from "../../modules/pod-update.js";

interface Params {
  /** The sysctls that may be set, by name or by a prefix that ends with `*`. Left out: all that are not forbidden. */
  allowedSysctls?: string[];
  /** The sysctls that may not be set, even if they are allowed: names, or prefixes that end with `*`. */
  forbiddenSysctls?: string[];
}

export default policy({
  name: "forbidden-sysctls",
  title: "Sysctls",
  description: "Pods may only set the kernel parameters of the list.",
  rationale:
    "Many sysctls hold for the whole node, or switch off a protection of its kernel: one pod changes them for all others.",
  remediation:
    "Remove the entry from `securityContext.sysctls`, or have the node's administrator set it for all.",
  severity: "high",
  controls: ["PSS/baseline/sysctls", "NIST-800-190/4.4.3"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  coveredBy: ["baseline-sysctls"],
  match: workloads,
  gatekeeper: { kind: "K8sPSPForbiddenSysctls" },
  params: parameters<Params>({
    allowedSysctls: [
      "kernel.shm_rmid_forced",
      "net.ipv4.ip_local_port_range",
      "net.ipv4.ip_unprivileged_port_start",
      "net.ipv4.tcp_syncookies",
      "net.ipv4.ping_group_range",
      "net.ipv4.ip_local_reserved_ports",
      "net.ipv4.tcp_keepalive_time",
      "net.ipv4.tcp_fin_timeout",
      "net.ipv4.tcp_keepalive_intvl",
      "net.ipv4.tcp_keepalive_probes",
    ],
  }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const forbidden = params.forbiddenSysctls ?? [];
    const allowed = params.allowedSysctls ?? ["*"];
    for (const sysctl of podSpec(object).securityContext?.sysctls ?? []) {
      if (isListed(sysctl.name, forbidden)) {
        yield violation(
          `The sysctl ${sysctl.name} is not allowed, pod: ${object.metadata.name}. Forbidden sysctls: [${forbidden.join(", ")}]`,
          sysctl,
        );
      }
      if (!isListed(sysctl.name, allowed)) {
        yield violation(
          `The sysctl ${sysctl.name} is not explicitly allowed, pod: ${object.metadata.name}. Allowed sysctls: [${allowed.join(", ")}]`,
          sysctl,
        );
      }
    }
  },
});

/** Is the name on the list, or does it begin with a prefix that the list has with a `*`? */
function isListed(name: string, list: readonly string[]): boolean {
  return list.some((entry) => (entry.endsWith("*") ? name.startsWith(entry.slice(0, -1)) : name === entry));
}
