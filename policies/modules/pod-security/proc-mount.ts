import { type AnyContainer, podSpec, violation, type Workload } from "@policyc/sdk";
import { isKeptByUserNamespace } from "./user-namespace.js";

/** /proc Mount Type (Baseline, v1.0): masked; from v1.35 as one likes in a user namespace. */
export function* baselineProcMount(object: Workload, checked: readonly AnyContainer[], minor: number) {
  if (isKeptByUserNamespace(minor, podSpec(object))) return;
  yield* maskedProc(checked);
}

/** /proc Mount Type (Restricted, v1.35, when Baseline was relaxed): masked, in a user namespace too. */
export function* restrictedProcMount(checked: readonly AnyContainer[], minor: number) {
  if (minor >= 35) yield* maskedProc(checked);
}

/** Every container leaves the parts of /proc that tell of the node hidden. */
export function* maskedProc(checked: readonly AnyContainer[]) {
  for (const container of checked) {
    const type = container.securityContext?.procMount ?? "Default";
    if (type !== "Default")
      yield violation(
        `container <${container.name}> must not set securityContext.procMount to ${type}`,
        container,
      );
  }
}
