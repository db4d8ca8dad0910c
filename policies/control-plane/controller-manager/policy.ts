import { containers, Pod, policy, violation } from "@policyc/sdk";
import { flagsOf, flagValue, flagValues, runs } from "../../modules/flags.js";

export default policy({
  name: "controller-manager",
  title: "The controller manager keeps to itself",
  description:
    "kube-controller-manager must listen on the loopback address, serve no profiles, give each controller its own account, and have the keys for service accounts.",
  rationale:
    "With one account for all controllers a flaw in any has the rights of all; a port on the network that serves profiles tells strangers what the cluster does.",
  remediation:
    "Set `--bind-address=127.0.0.1 --profiling=false --use-service-account-credentials=true`, `--service-account-private-key-file` and `--root-ca-file`.",
  severity: "medium",
  controls: [
    "CIS-1.10/1.3.1",
    "CIS-1.10/1.3.2",
    "CIS-1.10/1.3.3",
    "CIS-1.10/1.3.4",
    "CIS-1.10/1.3.5",
    "CIS-1.10/1.3.6",
    "CIS-1.10/1.3.7",
    "NIST-800-53-5/AC-6",
    "NIST-800-53-5/CM-7",
    "NSA-CISA-1.2/control-plane",
    "OWASP-K8S-2022/K09",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [Pod],
  *check({ object }) {
    for (const container of containers(object).filter((one) => runs(one, "kube-controller-manager"))) {
      const flags = flagsOf(container);
      const expected = [
        // All addresses, where it is not said.
        { flag: "bind-address", values: ["127.0.0.1", "::1"] },
        { flag: "profiling", values: ["false"] },
        { flag: "use-service-account-credentials", values: ["true"] },
      ];
      for (const { flag, values } of expected) {
        const value = flagValue(flags, flag) ?? "not set";
        if (!values.includes(value)) {
          yield violation(
            `kube-controller-manager has --${flag} ${value}, not ${values.join(" or ")}`,
            container,
          );
        }
      }
      for (const flag of ["service-account-private-key-file", "root-ca-file"]) {
        if (flagValue(flags, flag) === undefined) {
          yield violation(`kube-controller-manager has no --${flag}`, container);
        }
      }
      if (flagValues(flags, "feature-gates").includes("RotateKubeletServerCertificate=false")) {
        yield violation("kube-controller-manager does not rotate the certificates of kubelets", container);
      }
      // 12500 where it is not said.
      if (flagValue(flags, "terminated-pod-gc-threshold") === "0") {
        yield violation(
          "kube-controller-manager keeps all pods that have ended: --terminated-pod-gc-threshold is 0",
          container,
        );
      }
    }
  },
});
