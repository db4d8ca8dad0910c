import { ConfigMap, Ingress, parameters, policy, violation } from "@policyc/sdk";

interface Params {
  /** Prefixes that the controllers read annotations from. */
  prefixes?: string[];
}

/** Annotations whose values ingress-nginx wrote into its configuration as they were (CVE-2025-24514, -1097, -1098). */
const pasted: readonly string[] = ["auth-url", "auth-tls-match-cn", "mirror-target", "mirror-host"];

export default policy({
  name: "nginx-snippets",
  title: "No nginx configuration in annotations",
  description:
    "An Ingress must not carry nginx configuration: no annotation that ends with -snippet or -snippets, and no line breaks or semicolons in those that are pasted into it. The ConfigMap of ingress-nginx must not allow it.",
  rationale:
    "Such text runs in the ingress controller, which reads the Secrets of every namespace (CVE-2021-25742): whoever may write an Ingress has them all.",
  remediation:
    'Use the controller\'s own annotations, or have the setting added to its ConfigMap. Set `allow-snippet-annotations: "false"` there too.',
  severity: "critical",
  controls: [
    "NIST-800-53-5/CM-7",
    "NIST-800-53-5/SI-10",
    "OWASP-K8S-2022/K09",
    "OWASP-K8S-2025/K07",
    "MITRE-ATTACK-16/T1528",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [Ingress, ConfigMap],
  params: parameters<Params>({ prefixes: ["nginx.ingress.kubernetes.io/", "nginx.org/"] }),
  *check({ object, params }) {
    if (object.kind === "ConfigMap") {
      if (object.data?.["allow-snippet-annotations"] === "true")
        yield violation(
          `ConfigMap <${object.metadata.name}> lets every Ingress carry nginx configuration: allow-snippet-annotations is true`,
          object.data,
        );
      return;
    }
    for (const [key, value] of Object.entries(object.metadata.annotations ?? {})) {
      const name = key.slice(key.indexOf("/") + 1);
      if (!(params.prefixes ?? []).some((prefix) => key.startsWith(prefix))) continue;
      if (name.endsWith("-snippet") || name.endsWith("-snippets"))
        yield violation(
          `Ingress <${object.metadata.name}> carries nginx configuration in ${key}`,
          object.metadata,
        );
      if (pasted.includes(name) && /[\n\r;{}]/.test(value))
        yield violation(`Ingress <${object.metadata.name}> breaks out of ${key}`, object.metadata);
    }
  },
});
