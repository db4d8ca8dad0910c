import { appContainers, DaemonSet, inventory, Namespace, parameters, policy, violation } from "@policyc/sdk";
import { readsOthers } from "../../modules/unreachable.js";

interface Params {
  /** The label of namespaces whose pods must be watched, with the value `required`. */
  label: string;
  /** How images of Falco end, without tag and digest. */
  images: string[];
}

export default policy({
  name: "falco-deployed",
  title: "Falco watches where it is required",
  description:
    "Where a namespace requires runtime detection, a DaemonSet of Falco must be in the cluster, on every node that its pods may run on.",
  rationale:
    "What admission has let in changes at run time: a shell, a download, a write to /etc. A node that Falco leaves out is where it happens.",
  remediation: "Install Falco as a DaemonSet without node selector (Helm chart `falcosecurity/falco`).",
  severity: "medium",
  controls: [
    "NIST-800-53-5/SI-4",
    "NIST-800-190/4.4.4",
    "NSA-CISA-1.2/threat-detection",
    "OWASP-K8S-2022/K05",
    "OWASP-K8S-2025/K10",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "high" },
  match: [Namespace],
  unreachable: readsOthers,
  params: parameters<Params>({
    label: "policyc.dev/runtime-detection",
    images: ["falcosecurity/falco", "falcosecurity/falco-no-driver", "falcosecurity/falco-distroless"],
  }),
  *check({ object, params }) {
    if (object.metadata.labels?.[params.label] === "required") {
      const watchers = inventory(DaemonSet).filter((daemon) => runsFalco(daemon, params.images));
      const everywhere = watchers.filter(({ spec }) =>
        Object.keys(spec.template.spec.nodeSelector ?? {}).every((key) => key === "kubernetes.io/os"),
      );
      if (watchers.length === 0) {
        yield violation(
          `Namespace <${object.metadata.name}> requires runtime detection, and Falco is not in the cluster`,
          object,
        );
      } else if (everywhere.length === 0) {
        yield violation(
          `Namespace <${object.metadata.name}> requires runtime detection, and Falco is on some nodes only`,
          object,
        );
      }
    }
  },
});

function runsFalco(daemon: DaemonSet, images: string[]): boolean {
  return appContainers(daemon).some((container) => {
    const [reference = ""] = (container.image ?? "").split("@");
    return images.some(
      (image) => `/${reference}`.endsWith(`/${image}`) || `/${reference}`.includes(`/${image}:`),
    );
  });
}
