import { podSpec, violation, type Workload } from "@policyc/sdk";

/** Sysctls (Baseline, v1.0): only those that reach no further than the pod. Kubernetes has added to the list since. */
export function* sysctls(object: Workload, minor: number) {
  const safe = safeSysctls(minor);
  for (const sysctl of podSpec(object).securityContext?.sysctls ?? []) {
    if (!safe.includes(sysctl.name))
      yield violation(`pod must not set the sysctl ${sysctl.name} in securityContext.sysctls`, sysctl);
  }
}

/** What has a namespace of its own in each pod, and does no harm to others. */
function safeSysctls(minor: number): string[] {
  return [
    "kernel.shm_rmid_forced",
    "net.ipv4.ip_local_port_range",
    "net.ipv4.ip_unprivileged_port_start",
    "net.ipv4.ping_group_range",
    "net.ipv4.tcp_syncookies",
    ...addedIn(27, ["net.ipv4.ip_local_reserved_ports"], minor),
    ...addedIn(
      29,
      [
        "net.ipv4.tcp_fin_timeout",
        "net.ipv4.tcp_keepalive_intvl",
        "net.ipv4.tcp_keepalive_probes",
        "net.ipv4.tcp_keepalive_time",
      ],
      minor,
    ),
    ...addedIn(32, ["net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem"], minor),
    ...addedIn(37, ["net.ipv4.tcp_notsent_lowat", "net.ipv4.tcp_slow_start_after_idle"], minor),
  ];
}

/** What a version of the standard has added, for those that are not older. */
function addedIn(version: number, names: string[], minor: number): string[] {
  return minor >= version ? names : [];
}
