import { policy, violation } from "@policyc/sdk";
import { GatekeeperConfig } from "../../modules/policy-engines/gatekeeper-config.js";
import {
  type ExceptedResources,
  KyvernoCelException,
  KyvernoException,
} from "../../modules/policy-engines/kyverno-exception.js";

export default policy({
  name: "engine-exemptions",
  title: "Exemptions from policy engines are narrow",
  description:
    "A PolicyException of Kyverno must name its policies and say for which objects it is; the Config of Gatekeeper must not exclude all namespaces.",
  rationale:
    "One exception for everything switches a policy off for the whole cluster, and no report shows it: what is excepted counts as skipped.",
  remediation:
    "Name the policy and its rules, and bound the exception by `namespaces`, `names` or a selector (`matchConditions` in policies.kyverno.io). List the namespaces that Gatekeeper leaves out.",
  severity: "high",
  controls: [
    "CIS-2.0/5.2.1",
    "OWASP-K8S-2022/K04",
    "OWASP-K8S-2025/K04",
    "MITRE-ATTACK-16/T1562.001",
    "NIST-800-53-5/CM-6",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [KyvernoException, KyvernoCelException, GatekeeperConfig],
  *check({ object }) {
    const name = `${object.kind} <${object.metadata.name}>`;
    if (object.kind === "Config") {
      for (const entry of object.spec?.match ?? []) {
        if ((entry.excludedNamespaces ?? []).some(isEverything))
          yield violation(
            `${name} leaves all namespaces out of ${(entry.processes ?? []).join(", ")}`,
            entry,
          );
      }
    } else if ("policyRefs" in object.spec) {
      const { policyRefs, matchConditions, images, allowedValues } = object.spec;
      if (policyRefs.some((reference) => isEverything(reference.name)))
        yield violation(`${name} is from every policy`, object.spec);
      if ([matchConditions, images, allowedValues].every((bounds) => (bounds ?? []).length === 0))
        yield violation(`${name} is for all objects: it has no matchConditions`, object.spec);
    } else {
      const { exceptions, match, conditions } = object.spec;
      if (exceptions.some(({ policyName }) => isEverything(policyName)))
        yield violation(`${name} is from every policy`, object.spec);
      const alternatives = match?.any ?? [];
      const together = match?.all ?? [];
      const isUnbounded =
        alternatives.some(({ resources }) => isAnything(resources ?? {})) ||
        (alternatives.length === 0 && together.every(({ resources }) => isAnything(resources ?? {})));
      if (conditions === undefined && isUnbounded)
        yield violation(`${name} is for all objects of its kinds`, object.spec);
    }
  },
});

function isAnything({
  namespaces,
  names,
  selector,
  namespaceSelector,
  annotations,
}: ExceptedResources): boolean {
  return (
    (namespaces ?? ["*"]).some(isEverything) &&
    (names ?? ["*"]).some(isEverything) &&
    selector === undefined &&
    namespaceSelector === undefined &&
    annotations === undefined
  );
}

function isEverything(pattern: string): boolean {
  return /^\*+$/.test(pattern);
}
