import { kind, type NamedObjectMeta } from "@policyc/sdk";

/** The Gateway API's ReferenceGrant, gateway.networking.k8s.io/v1beta1: what others may refer to in this namespace. */
export interface ReferenceGrant {
  apiVersion: "gateway.networking.k8s.io/v1beta1";
  kind: "ReferenceGrant";
  metadata: NamedObjectMeta;
  spec: {
    from: { group: string; kind: string; namespace: string }[];
    to: { group: string; kind: string; name?: string }[];
  };
}

export const ReferenceGrant = kind<ReferenceGrant>({
  group: "gateway.networking.k8s.io",
  version: "v1beta1",
  kind: "ReferenceGrant",
  plural: "referencegrants",
  scope: "Namespaced",
});
