import { type Integer, parameters, policy, violation } from "@policyc/sdk";
import { EC2NodeClass } from "../../modules/karpenter/ec2-node-class.js";

interface Params {
  /**
   * How far answers of the metadata service may travel: 1 ends in the node, so that pods have no part of it.
   * @minimum 1
   */
  maxHops: Integer;
}

export default policy({
  name: "node-classes",
  title: "Nodes keep their credentials",
  description:
    "An EC2NodeClass of Karpenter must keep pods from the instance's metadata, encrypt its disks, and give nodes no public address.",
  rationale:
    "The metadata service gives the credentials of the node to whoever asks: a pod that reaches it, by version 1 even through a request that it was tricked into, goes on into the cloud's account.",
  remediation:
    "Leave `metadataOptions` at `httpTokens: required` and `httpPutResponseHopLimit: 1`, and give pods an identity of their own; set `encrypted: true` on disks and remove `associatePublicIPAddress`.",
  severity: "high",
  controls: [
    "NSA-CISA-1.2/cloud-metadata",
    "NIST-800-190/4.3.5",
    "NIST-800-53-5/AC-6",
    "NIST-800-53-5/SC-7",
    "NIST-800-53-5/SC-28",
    "OWASP-K8S-2025/K08",
    "MITRE-ATTACK-16/T1552",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [EC2NodeClass],
  params: parameters<Params>({ maxHops: 1 }),
  *check({ object, params }) {
    const name = `EC2NodeClass <${object.metadata.name}>`;
    const { metadataOptions = {}, blockDeviceMappings = [], associatePublicIPAddress } = object.spec ?? {};
    if (metadataOptions.httpTokens === "optional")
      yield violation(
        `${name} answers metadata requests without a token: httpTokens is optional`,
        metadataOptions,
      );
    const hops = metadataOptions.httpPutResponseHopLimit ?? 1;
    if (hops > params.maxHops)
      yield violation(
        `${name} lets metadata travel ${hops} hops, more than ${params.maxHops}`,
        metadataOptions,
      );
    for (const mapping of blockDeviceMappings) {
      if (mapping.ebs?.encrypted === false)
        yield violation(`${name} has a disk in plain text: ${mapping.deviceName ?? ""}`, mapping);
    }
    if (associatePublicIPAddress === true)
      yield violation(`${name} gives its nodes public addresses`, object.spec);
  },
});
