import { type AnyContainer, podSpec, violation, type Workload } from "@policyc/sdk";
import { isLeftToWindows } from "./operating-system.js";

/** What container runtimes grant by default, less NET_RAW. */
const usual = [
  "AUDIT_WRITE",
  "CHOWN",
  "DAC_OVERRIDE",
  "FOWNER",
  "FSETID",
  "KILL",
  "MKNOD",
  "NET_BIND_SERVICE",
  "SETFCAP",
  "SETGID",
  "SETPCAP",
  "SETUID",
  "SYS_CHROOT",
];

/** Capabilities (Baseline, v1.0): none beyond the usual ones. */
export function* baselineCapabilities(checked: readonly AnyContainer[]) {
  for (const container of checked) yield* mayAdd(usual, container);
}

/** Capabilities (Restricted, v1.22): all dropped, none added but NET_BIND_SERVICE. From v1.25 Windows has none. */
export function* restrictedCapabilities(object: Workload, checked: readonly AnyContainer[], minor: number) {
  if (minor < 22 || isLeftToWindows(minor, podSpec(object))) return;
  for (const container of checked) {
    const dropped = container.securityContext?.capabilities?.drop ?? [];
    // Runtimes take `all` too; the standard, and the admission of Kubernetes, do not.
    const mend = dropped.includes("all")
      ? "write ALL in capitals in securityContext.capabilities.drop"
      : 'set securityContext.capabilities.drop to ["ALL"]';
    if (!dropped.includes("ALL")) yield violation(`container <${container.name}> must ${mend}`, container);
    yield* mayAdd(["NET_BIND_SERVICE"], container);
  }
}

function* mayAdd(allowed: readonly string[], container: AnyContainer) {
  const added = container.securityContext?.capabilities?.add ?? [];
  const forbidden = added.filter((capability) => !allowed.includes(capability));
  if (forbidden.length > 0)
    yield violation(
      `container <${container.name}> must not add ${forbidden.join(", ")} in securityContext.capabilities.add`,
      container,
    );
}
