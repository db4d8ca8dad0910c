import { violation } from "@policyc/sdk";
import { type Flag, flagValue, flagValues } from "../flags.js";

/** How kube-apiserver may let in more than Node and RBAC authorize. */
export function* weakAuthorization(flags: readonly Flag[], at: object) {
  const modes = flagValues(flags, "authorization-mode");
  if (modes.includes("AlwaysAllow")) {
    yield violation("kube-apiserver allows everything: --authorization-mode has AlwaysAllow", at);
  }
  if (flagValue(flags, "authorization-config") === "") {
    if (modes.length === 0) {
      yield violation("kube-apiserver allows everything: --authorization-mode is not set", at);
    }
    for (const mode of ["Node", "RBAC"]) {
      if (modes.length > 0 && !modes.includes(mode)) {
        yield violation(`kube-apiserver does not authorize by ${mode}: --authorization-mode`, at);
      }
    }
  }
}
