import { appContainers, parameters, policy, violation, workloads } from "@policyc/sdk";
import { flagArgument, flagName, flagsOf } from "../../modules/flags.js";
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
    "A console that can change the cluster or read everything in it must not be started with a flag or variable that lets people in without a login.",
  rationale:
    "A console acts with its own rights: who reaches it without a login has them. Open dashboards are how clusters were taken over to mine coins.",
  remediation:
    "Take the flag or variable away, and give people a login by OpenID Connect or a token of their own; reach what has no login by `kubectl port-forward` alone.",
  severity: "high",
  controls: [
    "NSA-CISA-1.2/authentication",
    "NIST-800-53-5/IA-2",
    "OWASP-K8S-2022/K06",
    "OWASP-K8S-2025/K06",
    "OWASP-K8S-2025/K09",
    "MITRE-ATTACK-16/T1133",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: workloads,
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
    if (isPodUpdate(object, request)) return;
    for (const container of appContainers(object)) {
      const given = flagsOf(container);
      for (const { image, flag, value } of params.flags) {
        if (!(container.image ?? "").includes(image)) continue;
        const isOpen = given.some((one) => flagName(one) === flag && settingOf(one) === (value ?? "true"));
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

function settingOf(flag: string): string {
  const value = flagArgument(flag);
  return value === "" ? "true" : value;
}
