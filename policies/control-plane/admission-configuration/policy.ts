import { parameters, policy, violation } from "@policyc/sdk";
import { AdmissionConfiguration } from "../../modules/documents/admission-configuration.js";

interface Params {
  /** Levels that a namespace without labels may have. */
  defaultLevels: ("privileged" | "baseline" | "restricted")[];
  /** Namespaces that may be exempt from the Pod Security Standards. */
  exemptNamespaces?: string[];
  /** Users who may be exempt from them. */
  exemptUsers?: string[];
  /** Runtime classes whose pods may be exempt from them. */
  exemptRuntimeClasses?: string[];
}

export default policy({
  name: "admission-configuration",
  title: "Admission plugins exempt who is declared, and fail closed",
  description:
    "In the file of `--admission-control-config-file`, PodSecurity must enforce a level where a namespace says none and exempt only who is declared, and ImagePolicyWebhook must refuse images that it cannot ask about.",
  rationale:
    "The plugin's default is `privileged`, and what it exempts no label of a namespace can take back; with `defaultAllow` whoever cuts the webhook off decides which images run.",
  remediation:
    "Set `defaults.enforce: baseline` or `restricted`, shorten `exemptions`, or have them listed in the parameters; set `imagePolicy.defaultAllow: false`.",
  severity: "high",
  controls: [
    "CIS-2.0/5.2.1",
    "CIS-2.0/5.5.1",
    "NSA-CISA-1.2/pod-security",
    "OWASP-K8S-2022/K04",
    "OWASP-K8S-2025/K04",
    "MITRE-ATTACK-16/T1562.001",
    "NIST-800-53-5/CM-6",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [AdmissionConfiguration],
  params: parameters<Params>({
    defaultLevels: ["baseline", "restricted"],
    exemptNamespaces: ["kube-system"],
    exemptUsers: [],
    exemptRuntimeClasses: [],
  }),
  *check({ object, params }) {
    for (const { name, configuration } of object.plugins) {
      if (configuration === undefined) continue;
      const { exemptions, imagePolicy } = configuration;
      if (name === "ImagePolicyWebhook" && imagePolicy?.defaultAllow === true) {
        yield violation("images are let in when ImagePolicyWebhook cannot ask: defaultAllow", configuration);
      }
      if (name !== "PodSecurity") continue;
      const level = configuration.defaults?.enforce ?? "privileged";
      if (!params.defaultLevels.some((one) => one === level)) {
        yield violation(`PodSecurity lets a namespace without labels do what is ${level}`, configuration);
      }
      const exempt = [
        ...undeclared("namespace", exemptions?.namespaces, params.exemptNamespaces),
        ...undeclared("user", exemptions?.usernames, params.exemptUsers),
        ...undeclared("runtime class", exemptions?.runtimeClasses, params.exemptRuntimeClasses),
      ];
      for (const who of exempt) yield violation(`PodSecurity exempts ${who}`, exemptions);
    }
  },
});

function undeclared(what: string, names: string[] | undefined, declared: string[] | undefined): string[] {
  return (names ?? [])
    .filter((name) => !(declared ?? []).includes(name))
    .map((name) => `the ${what} <${name}>`);
}
