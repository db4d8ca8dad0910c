import { imageDigest, parameters, podMetadata, policy, violation, workloads } from "@policyc/sdk";
import { usedImages } from "../../modules/used-images.js";

interface Params {
  /** The annotation of the pod with the scanner's verdict. */
  resultAnnotation: string;
  /** The value of that annotation that lets a pod in. */
  passed: string;
  /** The annotation with the time of the scan, in UTC as RFC 3339: `2026-11-24T01:00:00Z`. */
  timeAnnotation: string;
  /** The annotation with the digests that were scanned, separated by commas. */
  digestsAnnotation: string;
  /**
   * Scans before this moment are stale; in UTC as RFC 3339. A predicate has no clock: let the pipeline that builds the
   * policies write it.
   */
  notBefore?: string;
}

export default policy({
  name: "scan-results",
  title: "Pods bring the result of their scan",
  description:
    "A pod must carry the annotations of a scan that has passed, is not stale, and was made of the very images that it runs and mounts.",
  rationale:
    "A gate in the pipeline holds only for what goes through the pipeline: the cluster must ask for the result, and the digests tell whether it belongs to these images.",
  remediation:
    "Let the pipeline scan the image by its digest and write the annotations into the pod template when it deploys. Sign images or attest the scan if others can write manifests too.",
  severity: "high",
  controls: [
    "NIST-800-190/4.1.1",
    "NIST-800-190/4.4.5",
    "NIST-800-53-5/RA-5",
    "OWASP-K8S-2022/K02",
    "NSA-CISA-1.2/image-building",
  ],
  rollout: { difficulty: "high", effect: "high", load: "medium" },
  needs: "that your pipeline writes into a pod what its scanner has found",
  match: workloads,
  params: parameters<Params>({
    resultAnnotation: "scan.policyc.dev/result",
    passed: "passed",
    timeAnnotation: "scan.policyc.dev/time",
    digestsAnnotation: "scan.policyc.dev/digests",
  }),
  *check({ object, params }) {
    const name = `${object.kind} <${object.metadata.name}>`;
    const annotations = podMetadata(object).annotations ?? {};
    const result = annotations[params.resultAnnotation];
    if (result === undefined) {
      yield violation(`${name} brings no scan result`, podMetadata(object));
      return;
    }
    if (result !== params.passed)
      yield violation(`${name} has not passed its scan: ${result}`, podMetadata(object));
    const time = annotations[params.timeAnnotation] ?? "";
    if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(time))
      yield violation(`${name} does not tell when it was scanned: ${time}`, podMetadata(object));
    else if (time < (params.notBefore ?? ""))
      yield violation(`${name} was scanned too long ago: ${time}`, podMetadata(object));
    const scanned = (annotations[params.digestsAnnotation] ?? "").split(",").map((digest) => digest.trim());
    for (const { role, name, image, place } of usedImages(object)) {
      const digest = imageDigest(image);
      if (digest === undefined || !scanned.includes(digest))
        yield violation(`${role} <${name}> has an image that was not scanned`, place);
    }
  },
});
