import { type Integer, kind, type NamedObjectMeta } from "@policyc/sdk";

/** cert-manager's Certificate, as far as policies read it. */
export interface Certificate {
  apiVersion: "cert-manager.io/v1";
  kind: "Certificate";
  metadata: NamedObjectMeta;
  spec?: {
    isCA?: boolean;
    /** 90 days where it is absent. */
    duration?: string;
    privateKey?: {
      /** RSA where it is absent. */
      algorithm?: "RSA" | "ECDSA" | "Ed25519";
      /** Bits; 2048 (RSA) and 256 (ECDSA) where it is absent. */
      size?: Integer;
      /** Whether a renewal makes a new key; `Always` where it is absent, since 1.18. */
      rotationPolicy?: "Never" | "Always";
    };
  };
}

export const Certificate = kind<Certificate>({
  group: "cert-manager.io",
  version: "v1",
  kind: "Certificate",
  plural: "certificates",
  scope: "Namespaced",
});
