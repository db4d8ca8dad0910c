import { policy, violation, workloads } from "@policyc/sdk";
import { usedImages } from "../../modules/used-images.js";

export default policy({
  name: "explicit-registry",
  title: "Images name their registry",
  description: "The image of a container or volume must begin with the host of its registry.",
  rationale:
    "Without a host it is the runtime that decides: Docker Hub, or whatever the node's list of unqualified registries says, where anybody may own the name.",
  remediation: "Write the registry: `docker.io/library/nginx:1.29` instead of `nginx:1.29`.",
  severity: "low",
  controls: ["NIST-800-190/4.1.5", "OWASP-K8S-2022/K02"],
  rollout: { difficulty: "low", effect: "low", load: "low" },
  match: workloads,
  *check({ object }) {
    for (const { role, name, image, place } of usedImages(object)) {
      if (image === "" || namesRegistry(image)) continue;
      yield violation(`${role} <${name}> does not name the registry of <${image}>`, place);
    }
  },
});

/** The part before the first slash is a host where it has a dot or a colon, or is `localhost` (distribution/reference). */
function namesRegistry(image: string): boolean {
  return /^([^/]*[.:][^/]*|localhost)\//.test(image);
}
