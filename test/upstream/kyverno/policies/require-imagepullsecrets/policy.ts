import {
  appContainers,
  imageRegistry,
  parameters,
  podSpec,
  policy,
  violation,
  workloads,
} from "@policyc/sdk";

interface Params {
  /** Registries that need no credentials. */
  openRegistries: string[];
}

export default policy({
  name: "require-imagepullsecrets",
  title: "Pull secrets",
  description: "An image that is not from one of the open registries needs an imagePullSecret.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "check-for-image-pull-secrets" },
  params: parameters<Params>({ openRegistries: ["ghcr.io", "quay.io"] }),
  *check({ object, params }) {
    const named = (podSpec(object).imagePullSecrets ?? []).filter(({ name }) => (name ?? "") !== "");
    if (named.length > 0) return;
    for (const { name, image } of appContainers(object)) {
      const registry = imageRegistry(image ?? "");
      if (!params.openRegistries.includes(registry))
        yield violation(`container <${name}> needs an imagePullSecret for the registry <${registry}>`);
    }
  },
});
