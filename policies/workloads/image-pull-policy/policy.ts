import { parameters, policy, violation, workloads } from "@policyc/sdk";
import { isExemptImage } from "../../modules/exempt-images.js";
import { isPodUpdate } from "../../modules/pod-update.js";
import { usedImages } from "../../modules/used-images.js";

interface Params {
  /** The pull policies that may be used. */
  allowed?: ("Always" | "IfNotPresent" | "Never")[];
  /** Images by tag must be pulled `Always`: a tag can move, and before Kubernetes 1.35 an image on the node is given to pods without credentials for it. */
  alwaysForTags?: boolean;
  /** Images that are left alone: exact references, or prefixes that end with `*`. Begin them with the registry. */
  exemptImages?: string[];
}

export default policy({
  name: "image-pull-policy",
  title: "Image pull policy",
  description:
    "Images of containers and volumes must be pulled by a policy that is allowed, and images by tag always where that is asked for.",
  rationale:
    "With Never, a pod runs whatever the node happens to have. With IfNotPresent, a tag that has moved is another image on each node, and before Kubernetes 1.35 a private image that one pod has pulled starts for all pods on the node.",
  remediation:
    "Remove `imagePullPolicy` (`pullPolicy` of an image volume), or set it to an allowed value; pin the image by digest where it is not pulled each time.",
  severity: "medium",
  controls: ["NIST-800-190/4.2.2", "OWASP-K8S-2022/K02"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: workloads,
  params: parameters<Params>({ allowed: ["Always", "IfNotPresent"] }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    const allowed = params.allowed ?? [];
    for (const { role, name, image, pullPolicy, place } of usedImages(object)) {
      if (isExemptImage(image, params.exemptImages ?? [])) continue;
      const subject =
        role === "volume" ? `volume <${name}> has pullPolicy` : `container <${name}> has imagePullPolicy`;
      const pulled = pullPolicy ?? defaultFor(image);
      if (!allowed.some((one) => one === pulled))
        yield violation(`${subject} ${pulled}, allowed: ${allowed.join(", ")}`, place);
      if (params.alwaysForTags === true && !image.includes("@") && pulled !== "Always")
        yield violation(`${subject} ${pulled}, but <${image}> can move: use Always or a digest`, place);
    }
  },
});

/** What the API server fills in: it depends on the tag. */
function defaultFor(image: string): string {
  const name = image.split("/").at(-1) ?? "";
  // A digest has a colon too, and never ends like this.
  return !name.includes(":") || name.endsWith(":latest") ? "Always" : "IfNotPresent";
}
