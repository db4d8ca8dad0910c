import { podSpec, violation, type Workload } from "@policyc/sdk";

/** What is namespaced and harmless to others, with the minor version that added it. */
const safe = [
  {
    since: 0,
    names: [
      "kernel.shm_rmid_forced",
      "net.ipv4.ip_local_port_range",
      "net.ipv4.ip_unprivileged_port_start",
      "net.ipv4.ping_group_range",
      "net.ipv4.tcp_syncookies",
    ],
  },
  { since: 27, names: ["net.ipv4.ip_local_reserved_ports"] },
  {
    since: 29,
    names: [
      "net.ipv4.tcp_fin_timeout",
      "net.ipv4.tcp_keepalive_intvl",
      "net.ipv4.tcp_keepalive_probes",
      "net.ipv4.tcp_keepalive_time",
    ],
  },
  { since: 32, names: ["net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem"] },
  { since: 37, names: ["net.ipv4.tcp_notsent_lowat", "net.ipv4.tcp_slow_start_after_idle"] },
];

/** Sysctls (Baseline, v1.0): only those that reach no further than the pod. Kubernetes has added to the list since. */
export function* sysctls(object: Workload, minor: number) {
  for (const sysctl of podSpec(object).securityContext?.sysctls ?? []) {
    if (!isSafe(sysctl.name, minor))
      yield violation(`pod must not set the sysctl ${sysctl.name} in securityContext.sysctls`, sysctl);
  }
}

function isSafe(name: string, minor: number): boolean {
  return safe.some((addition) => minor >= addition.since && addition.names.includes(name));
}
