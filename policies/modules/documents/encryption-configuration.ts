import { document, type Integer } from "@policyc/sdk";

interface Keys {
  keys?: { name: string; secret?: string }[];
}

/** One way to write and read; the first of a list writes, the others only read. */
export interface EncryptionProvider {
  kms?: { apiVersion?: string; name: string; endpoint: string; timeout?: string; cachesize?: Integer };
  aescbc?: Keys;
  aesgcm?: Keys;
  secretbox?: Keys;
  identity?: unknown;
}

/** Of the resources of an API server; the first entry that names a resource counts for it. */
export interface EncryptionEntry {
  /** `secrets`, `configmaps`, `crontabs.example.com`; `*.` is the core group, `*.apps` a group, `*.*` everything. */
  resources: string[];
  providers: EncryptionProvider[];
}

/** The file of `--encryption-provider-config`. */
export interface EncryptionConfiguration {
  apiVersion: string;
  kind: "EncryptionConfiguration" | "EncryptionConfig";
  resources: EncryptionEntry[];
}

export const EncryptionConfiguration = document<EncryptionConfiguration>({
  name: "EncryptionConfiguration",
  title: "encryption configuration of an API server",
  recognise: { fields: { kind: ["EncryptionConfiguration", "EncryptionConfig"] }, has: ["resources"] },
});
