import { containers, podSpec, policy, violation, workloads } from "@policyc/sdk";
import { isPodUpdate } from "../../modules/pod-update.js";

const tokenPath = "/var/run/secrets/kubernetes.io/serviceaccount";

export default policy({
  name: "automount-serviceaccount-token",
  title: "No token mounted into pods",
  description:
    "Pods must not ask for a token of their service account: neither by `automountServiceAccountToken: true`, nor by a mount in its place where they do not say `false`.",
  rationale:
    "Whoever takes over the container has its token, and with it all that the service account may do.",
  remediation:
    "Set `automountServiceAccountToken: false` in the pod spec. A pod that needs the API then mounts a projected token that ends (`serviceAccountToken`, with the ConfigMap `kube-root-ca.crt`), at the usual path if its client looks there; a workload of others that cannot be changed gets an exemption.",
  severity: "medium",
  controls: [
    "CIS-2.0/5.1.6",
    "NSA-CISA-1.2/service-account-tokens",
    "MITRE-ATTACK-16/T1528",
    "OWASP-K8S-2025/K01",
  ],
  rollout: { difficulty: "medium", effect: "medium", load: "medium" },
  needs: "which of your workloads talk to the API server",
  match: workloads,
  gatekeeper: { kind: "K8sPSPAutomountServiceAccountTokenPod" },
  *check({ object, request }) {
    if (isPodUpdate(object, request)) return;
    const automount = podSpec(object).automountServiceAccountToken;
    // Admission itself adds the mount where nobody said otherwise.
    const isMounted = containers(object).some((container) =>
      (container.volumeMounts ?? []).some((mount) => mount.mountPath === tokenPath),
    );
    if (automount ?? isMounted) {
      yield violation(
        `Automounting service account token is disallowed, pod: ${object.metadata.name}`,
        podSpec(object),
      );
    }
  },
});
