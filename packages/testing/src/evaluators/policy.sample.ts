import { Pod, parameters, policy, violation } from "@policyc/sdk";

interface Params {
  /** What an image may begin with. */
  repos: string[];
}

/** The policy that the tests of this package run; what `build` would emit for it is in emitted.sample.ts. */
export default policy({
  name: "allowed-images",
  title: "Allowed images",
  description: "Images come from the listed registries.",
  severity: "high",
  match: [Pod],
  params: parameters<Params>({ repos: ["registry.example/"] }),
  *check({ object, params, request }) {
    if (request.operation === "UPDATE") return;
    for (const container of object.spec.containers ?? []) {
      const image = container.image ?? "";
      if (!params.repos.some((repo) => image.startsWith(repo)))
        yield violation(`image <${image}> is not allowed`, container);
    }
  },
});
