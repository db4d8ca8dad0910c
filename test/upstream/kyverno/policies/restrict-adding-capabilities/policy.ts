import { containers, parameters, policy, violation, workloads } from "@policyc/sdk";

interface Params {
  /** Names as a container adds them. */
  allowed: string[];
}

export default policy({
  name: "psp-restrict-adding-capabilities",
  title: "Allowed capabilities",
  description: "Containers may add the listed capabilities only.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "allowed-capabilities" },
  params: parameters<Params>({ allowed: ["NET_BIND_SERVICE", "CAP_CHOWN"] }),
  *check({ object, params }) {
    for (const container of containers(object)) {
      for (const capability of container.securityContext?.capabilities?.add ?? []) {
        if (!params.allowed.includes(capability))
          yield violation(
            `container <${container.name}> may not add the capability <${capability}>`,
            container,
          );
      }
    }
  },
});
