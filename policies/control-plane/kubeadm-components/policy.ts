import { policy } from "@policyc/sdk";
import { openControllerManager } from "../../modules/control-plane/controller-manager.js";
import { componentFlags } from "../../modules/control-plane/kubeadm-flags.js";
import { openScheduler } from "../../modules/control-plane/scheduler.js";
import { KubeadmCluster, KubeadmCluster3 } from "../../modules/documents/kubeadm-configuration.js";

export default policy({
  name: "kubeadm-components",
  title: "kubeadm: the controller manager and the scheduler keep to themselves",
  description:
    "The flags that kubeadm gives kube-controller-manager and kube-scheduler, with those of `extraArgs`, must keep them on the loopback address, without profiles, and with the rights of each controller apart.",
  rationale:
    "kubeadm leaves profiling on, and many a guide for Prometheus opens the ports to all addresses: then the network has them, too.",
  remediation:
    "Set `profiling` to `false` in the `extraArgs` of both, and take `bind-address` out of them: let a proxy with authorization serve the metrics.",
  severity: "medium",
  controls: [
    "CIS-2.0/1.3.1",
    "CIS-2.0/1.3.2",
    "CIS-2.0/1.3.3",
    "CIS-2.0/1.3.4",
    "CIS-2.0/1.3.5",
    "CIS-2.0/1.3.6",
    "CIS-2.0/1.3.7",
    "CIS-2.0/1.4.1",
    "CIS-2.0/1.4.2",
    "NIST-800-53-5/CM-7",
    "NSA-CISA-1.2/control-plane",
    "OWASP-K8S-2022/K09",
    "OWASP-K8S-2025/K07",
    "OWASP-K8S-2025/K06",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [KubeadmCluster, KubeadmCluster3],
  *check({ object }) {
    yield* openControllerManager(
      componentFlags(object, "controllerManager"),
      object.controllerManager ?? object,
    );
    yield* openScheduler(componentFlags(object, "scheduler"), object.scheduler ?? object);
  },
});
