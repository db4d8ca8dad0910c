import { policy, violation, workloads } from "@policyc/sdk";
import { containersWithRoles } from "../../modules/container-roles.js";

export default policy({
  name: "explicit-registry",
  title: "Images name their registry",
  description: "A container image must begin with the host of its registry.",
  rationale:
    "Without a host it is the runtime that decides: Docker Hub, or whatever the node's list of unqualified registries says, where anybody may own the name.",
  remediation: "Write the registry: `docker.io/library/nginx:1.29` instead of `nginx:1.29`.",
  severity: "low",
  controls: ["NIST-800-190/4.1.5", "OWASP-K8S-2022/K02"],
  rollout: { difficulty: "low", effect: "low", load: "low" },
  match: workloads,
  *check({ object }) {
    for (const { role, container } of containersWithRoles(object)) {
      const image = container.image ?? "";
      if (image === "" || namesRegistry(image)) continue;
      yield violation(`${role} <${container.name}> does not name the registry of <${image}>`, container);
    }
  },
});

/** The part before the first slash is a host where it has a dot or a colon, or is `localhost` (distribution/reference). */
function namesRegistry(image: string): boolean {
  return /^([^/]*[.:][^/]*|localhost)\//.test(image);
}
