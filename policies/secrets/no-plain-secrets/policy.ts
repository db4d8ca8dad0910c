import {
  containers,
  type ObjectMeta,
  parameters,
  podMetadata,
  policy,
  type Violation,
  violation,
  workloads,
} from "@policyc/sdk";
import { flagsOf } from "../../modules/flags.js";
import { knownSecret } from "../../modules/secrets/known-secret.js";
import { isNamedSecret } from "../../modules/secrets/named-secret.js";

interface Params {
  /** Environment variables and flags (without dashes) whose values are no secrets, whatever they are called. */
  publicNames?: string[];
}

export default policy({
  name: "no-plain-secrets",
  title: "No secrets in plain text in workloads",
  description:
    "Environment variables, commands, arguments and annotations of a workload must not hold tokens, keys or passwords.",
  rationale:
    "Who may read a Deployment reads them, and so do Git, CI logs, `kubectl describe`, metrics and everybody on the node who lists processes.",
  remediation:
    "Put the value into a Secret, better into an external store, and mount it as a file; refer to it by path.",
  severity: "critical",
  controls: [
    "NIST-800-190/4.1.4",
    "NIST-800-53-5/IA-5",
    "OWASP-K8S-2022/K08",
    "OWASP-K8S-2025/K03",
    "MITRE-ATTACK-16/T1552.007",
    "NSA-CISA-1.2/secrets",
    "MITRE-ATTACK-16/T1552.001",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: workloads,
  params: parameters<Params>({}),
  *check({ object, params }) {
    const publicNames = params.publicNames ?? [];
    for (const container of containers(object)) {
      for (const variable of container.env ?? []) {
        const { name, value } = variable;
        const found = knownSecret(value ?? "");
        if (!publicNames.includes(name) && found !== undefined) {
          yield violation(`container <${container.name}> has ${found} in env ${name}`, variable);
        } else if (!publicNames.includes(name) && isNamedSecret(name, value ?? "")) {
          yield violation(`container <${container.name}> has a secret in env ${name}`, variable);
        }
      }
      const words = [...(container.command ?? []), ...(container.args ?? [])];
      if (words.some((word) => knownSecret(word) !== undefined)) {
        yield violation(
          `container <${container.name}> has a token, key or address with a password in its arguments`,
          container,
        );
      }
      for (const { name, value } of flagsOf(container)) {
        if (!publicNames.includes(name) && isNamedSecret(name, value)) {
          yield violation(`container <${container.name}> has a secret in its argument --${name}`, container);
        }
      }
    }
    yield* annotated(podMetadata(object), publicNames, "");
    if (object.kind !== "Pod") yield* annotated(object.metadata, publicNames, ` of the ${object.kind}`);
  },
});

/** What kubectl notes of the object as it was applied has been found at its own place. */
function* annotated(
  metadata: ObjectMeta,
  publicNames: readonly string[],
  where: string,
): Iterable<Violation> {
  for (const [name, value] of Object.entries(metadata.annotations ?? {})) {
    if (publicNames.includes(name) || name === "kubectl.kubernetes.io/last-applied-configuration") continue;
    const found = knownSecret(value);
    if (found !== undefined) yield violation(`annotation ${name}${where} has ${found}`, metadata);
  }
}
