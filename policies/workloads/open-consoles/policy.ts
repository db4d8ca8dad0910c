import { appContainers, ConfigMap, parameters, policy, violation, workloads } from "@policyc/sdk";
import { flagsOf } from "../../modules/flags.js";
import { isPodUpdate } from "../../modules/pod-update.js";

interface OpenFlag {
  /** A part of the image's name. */
  image: string;
  /** The flag, without dashes. */
  flag: string;
  /** Its value; `true` where it is a switch. */
  value?: string;
}

interface OpenVariable {
  /** A part of the image's name. */
  image: string;
  /** The environment variable. */
  variable: string;
  value: string;
}

interface Params {
  /** What makes a console answer everybody. */
  flags: OpenFlag[];
  /** What does so in the environment. */
  variables?: OpenVariable[];
}

export default policy({
  name: "open-consoles",
  title: "Consoles ask who is there",
  description:
    "A console that can change the cluster or read everything in it must not be started with a flag or variable, nor Grafana with a setting of its ConfigMap, that lets people in without a login.",
  rationale:
    "A console acts with its own rights: who reaches it without a login has them. Open dashboards are how clusters were taken over to mine coins.",
  remediation:
    "Take the flag, variable or setting away, and give people a login by OpenID Connect or a token of their own; reach what has no login by `kubectl port-forward` alone.",
  severity: "high",
  controls: [
    "NSA-CISA-1.2/authentication",
    "NIST-800-53-5/IA-2",
    "OWASP-K8S-2022/K06",
    "OWASP-K8S-2025/K09",
    "MITRE-ATTACK-16/T1133",
    "NIST-800-190/4.3.2",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [...workloads, ConfigMap],
  params: parameters<Params>({
    flags: [
      { image: "kubernetesui/dashboard", flag: "enable-skip-login" },
      { image: "kubernetesui/dashboard", flag: "enable-insecure-login" },
      { image: "argoproj/argocd", flag: "disable-auth" },
      { image: "argoproj/argocli", flag: "auth-mode", value: "server" },
      { image: "prometheus/prometheus", flag: "web.enable-admin-api" },
    ],
    variables: [{ image: "grafana/grafana", variable: "GF_AUTH_ANONYMOUS_ENABLED", value: "true" }],
  }),
  *check({ object, params, request }) {
    if (object.kind === "ConfigMap") {
      for (const [key, text] of Object.entries(object.data ?? {})) {
        if (key.endsWith(".ini") && opensGrafana(text))
          yield violation(
            `ConfigMap <${object.metadata.name}> lets everybody into Grafana: auth.anonymous is enabled in ${key}`,
            object.data,
          );
      }
      return;
    }
    if (isPodUpdate(object, request)) return;
    for (const container of appContainers(object)) {
      const given = flagsOf(container);
      for (const { image, flag, value } of params.flags) {
        if (!(container.image ?? "").includes(image)) continue;
        const isOpen = given.some((one) => one.name === flag && (one.value || "true") === (value ?? "true"));
        if (isOpen)
          yield violation(
            `container <${container.name}> answers without a login: --${flag}${value === undefined ? "" : `=${value}`}`,
            container,
          );
      }
      for (const { image, variable, value } of params.variables ?? []) {
        if (!(container.image ?? "").includes(image)) continue;
        if ((container.env ?? []).some((one) => one.name === variable && one.value === value))
          yield violation(
            `container <${container.name}> answers without a login: ${variable} is ${value}`,
            container,
          );
      }
    }
  },
});

/** `enabled = true` in the section `[auth.anonymous]`, which ends where the next begins. */
function opensGrafana(text: string): boolean {
  const [, section = ""] = text.split("[auth.anonymous]");
  const [settings = ""] = section.split("[");
  return /\n\s*enabled\s*=\s*true/.test(settings);
}
