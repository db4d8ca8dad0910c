import {
  appContainers,
  imageRegistry,
  imageRepository,
  parameters,
  podSpec,
  policy,
  violation,
  workloads,
} from "@policyc/sdk";

interface Params {
  /** Registry and name of the images by ServiceAccount: `docker.io/busybox`. */
  images: { [account: string]: string[] };
}

export default policy({
  name: "restrict-service-account",
  title: "ServiceAccounts belong to images",
  description: "In the namespace `staging` a ServiceAccount may run only the images that it is listed with.",
  severity: "medium",
  match: { kinds: workloads, namespaces: ["staging"] },
  kyverno: { rule: "validate-service-account", context: { "saMap.data": "images" } },
  // Kyverno's policy keeps the list in the ConfigMap `sa-map`.
  params: parameters<Params>({ images: {} }),
  *check({ object, params }) {
    const account = podSpec(object).serviceAccountName ?? "";
    const allowed = params.images[account] ?? [];
    for (const { name, image = "" } of appContainers(object)) {
      const reference = `${imageRegistry(image)}/${imageRepository(image).split("/").at(-1) ?? ""}`;
      if (!allowed.includes(reference))
        yield violation(`container <${name}> may not run <${reference}> as ServiceAccount <${account}>`);
    }
  },
});
