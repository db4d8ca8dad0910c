import {
  containers,
  globMatches,
  IngressClass,
  parameters,
  policy,
  violation,
  workloads,
} from "@policyc/sdk";

interface Params {
  /** Images of the controller that are maintained all the same, by a vendor or a fork; `*` at either end is a wildcard. */
  maintainedImages?: string[];
}

/** The controller of the Kubernetes project, under any registry that mirrors it; not NGINX's own, `nginx/nginx-ingress`. */
const image = /(^|\/)ingress-nginx\/(controller|opentelemetry|kube-webhook-certgen)([:@-]|$)/;

export default policy({
  name: "retired-ingress-nginx",
  title: "The ingress controller is maintained",
  description:
    "No workload may run the controller `ingress-nginx` of the Kubernetes project, and no IngressClass may name it: it is retired since March 2026.",
  rationale:
    "Its pods stand at the edge and read Secrets of every namespace, and it gets no more releases: the next hole of the size of CVE-2025-1974 (code in the controller, from any pod) stays open.",
  remediation:
    "Move to the Gateway API, or to another controller. Where a vendor maintains a version, list its images in `maintainedImages`.",
  severity: "high",
  controls: ["NIST-800-53-5/SA-22", "NIST-800-190/4.1.1", "OWASP-K8S-2022/K10", "OWASP-K8S-2025/K07"],
  rollout: { difficulty: "high", effect: "high", load: "medium" },
  match: [...workloads, IngressClass],
  params: parameters<Params>({ maintainedImages: [] }),
  *check({ object, params }) {
    if (object.kind === "IngressClass") {
      if (object.spec?.controller === "k8s.io/ingress-nginx" && (params.maintainedImages ?? []).length === 0)
        yield violation(
          `IngressClass <${object.metadata.name}> is for ingress-nginx, which gets no more security fixes`,
          object.spec,
        );
      return;
    }
    for (const container of containers(object)) {
      const name = container.image ?? "";
      if (image.test(name) && !(params.maintainedImages ?? []).some((pattern) => globMatches(pattern, name)))
        yield violation(
          `container <${container.name}> runs ingress-nginx, which gets no more security fixes: ${name}`,
          container,
        );
    }
  },
});
