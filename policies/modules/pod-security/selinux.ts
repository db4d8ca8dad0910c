import { type AnyContainer, podSpec, type SELinuxOptions, violation, type Workload } from "@policyc/sdk";

/** SELinux (Baseline, v1.0; `container_engine_t` from v1.31): a container's type, the default user and role. */
export function* seLinux(object: Workload, checked: readonly AnyContainer[], minor: number) {
  const options = podSpec(object).securityContext?.seLinuxOptions;
  if (options !== undefined) yield* confined("pod", options, minor);
  for (const container of checked) {
    const own = container.securityContext?.seLinuxOptions;
    if (own !== undefined) yield* confined(`container <${container.name}>`, own, minor);
  }
}

function* confined(who: string, options: SELinuxOptions, minor: number) {
  const { type = "", user = "", role = "" } = options;
  if (!isContainerType(type, minor))
    yield violation(`${who} must not set securityContext.seLinuxOptions.type to ${type}`, options);
  if (user !== "")
    yield violation(`${who} must not set securityContext.seLinuxOptions.user to ${user}`, options);
  if (role !== "")
    yield violation(`${who} must not set securityContext.seLinuxOptions.role to ${role}`, options);
}

function isContainerType(type: string, minor: number): boolean {
  const known = ["", "container_t", "container_init_t", "container_kvm_t"];
  return known.includes(type) || (type === "container_engine_t" && minor >= 31);
}
