import { violation } from "@policyc/sdk";
import { type Flag, flagValue } from "../flags.js";

/** What kube-scheduler's flags leave open. CIS 1.4. */
export function* openScheduler(flags: readonly Flag[], at: object) {
  const address = flagValue(flags, "bind-address") || "not set";
  if (address !== "127.0.0.1" && address !== "::1")
    yield violation(`kube-scheduler has --bind-address ${address}, not 127.0.0.1 or ::1`, at);
  if (flagValue(flags, "profiling") !== "false")
    yield violation("kube-scheduler serves profiles: --profiling is not false", at);
}
