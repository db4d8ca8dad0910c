import { violation } from "@policyc/sdk";
import { type Flag, flagValue, flagValues } from "../flags.js";

/** What kube-controller-manager's flags leave open. */
export function* openControllerManager(flags: readonly Flag[], at: object) {
  const expected = [
    // All addresses, where it is not said.
    { flag: "bind-address", values: ["127.0.0.1", "::1"] },
    { flag: "profiling", values: ["false"] },
    { flag: "use-service-account-credentials", values: ["true"] },
  ];
  for (const { flag, values } of expected) {
    const value = flagValue(flags, flag) || "not set";
    if (!values.includes(value)) {
      yield violation(`kube-controller-manager has --${flag} ${value}, not ${values.join(" or ")}`, at);
    }
  }
  for (const flag of ["service-account-private-key-file", "root-ca-file"]) {
    if (flagValue(flags, flag) === "") {
      yield violation(`kube-controller-manager has no --${flag}`, at);
    }
  }
  if (flagValues(flags, "feature-gates").includes("RotateKubeletServerCertificate=false")) {
    yield violation("kube-controller-manager does not rotate the certificates of kubelets", at);
  }
  // 12500 where it is not said.
  if (flagValue(flags, "terminated-pod-gc-threshold") === "0") {
    yield violation(
      "kube-controller-manager keeps all pods that have ended: --terminated-pod-gc-threshold is 0",
      at,
    );
  }
}
