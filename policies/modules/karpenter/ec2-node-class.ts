import { type Integer, kind, type NamedObjectMeta } from "@policyc/sdk";

/** Karpenter's EC2NodeClass, as far as policies read it. */
export interface EC2NodeClass {
  apiVersion: "karpenter.k8s.aws/v1";
  kind: "EC2NodeClass";
  metadata: NamedObjectMeta;
  spec?: {
    /** What pods get of the instance's metadata, its credentials among them. */
    metadataOptions?: {
      /** `required` where it is absent: version 2 alone. */
      httpTokens?: "required" | "optional";
      /** 1 where it is absent. */
      httpPutResponseHopLimit?: Integer;
    };
    blockDeviceMappings?: { deviceName?: string; ebs?: { encrypted?: boolean } }[];
    associatePublicIPAddress?: boolean;
  };
}

export const EC2NodeClass = kind<EC2NodeClass>({
  group: "karpenter.k8s.aws",
  version: "v1",
  kind: "EC2NodeClass",
  plural: "ec2nodeclasses",
  scope: "Cluster",
});
