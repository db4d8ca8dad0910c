import { type Integer, parameters, policy, violation } from "@policyc/sdk";
import {
  EncryptionConfiguration,
  type EncryptionEntry,
  type EncryptionProvider,
} from "../../modules/documents/encryption-configuration.js";
import { durationSeconds } from "../../modules/duration.js";

interface Params {
  /** Resources of the core group that must be encrypted. */
  resources: string[];
  /** Accept a key in the file itself (`secretbox`; never `aescbc`, `aesgcm`) where there is no KMS. */
  allowLocalKey?: boolean;
  /**
   * The most keys that a KMS v1 plugin's cache may hold; a negative size is no cache, v2 has none.
   * @minimum 0
   */
  maxCacheSize: Integer;
  /**
   * The longest that the API server may wait for the KMS, in seconds: it waits with requests in its hands.
   * @minimum 1
   */
  maxTimeoutSeconds: Integer;
}

export default policy({
  name: "encryption-at-rest",
  title: "Secrets are encrypted at rest by a KMS",
  description:
    "The API server's EncryptionConfiguration must cover secrets, write with a KMS v2 plugin, and never with `identity`.",
  rationale:
    "etcd and its backups hold every secret in plain text otherwise. A key in the file lies on the same disk; KMS v1 is deprecated and off by default since Kubernetes 1.29.",
  remediation:
    "Put `kms` with `apiVersion: v2` first and `identity` last; rewrite all secrets afterwards (`kubectl get secrets -A -o json | kubectl replace -f -`).",
  severity: "high",
  controls: [
    "CIS-2.0/1.2.28",
    "NIST-800-53-5/SC-28",
    "NIST-800-53-5/SC-12",
    "NSA-CISA-1.2/secrets",
    "OWASP-K8S-2022/K08",
    "OWASP-K8S-2025/K03",
    "NIST-800-190/4.1.4",
  ],
  rollout: { difficulty: "high", effect: "high", load: "medium" },
  match: [EncryptionConfiguration],
  params: parameters<Params>({ resources: ["secrets"], maxCacheSize: 1000, maxTimeoutSeconds: 10 }),
  *check({ object, params }) {
    for (const resource of params.resources) {
      const entry = object.resources.find((one) => covers(one, resource));
      const writer = entry?.providers[0];
      if (entry === undefined) {
        yield violation(`${resource} are not encrypted: no entry covers them`, object);
      } else if (writer === undefined || writer.identity !== undefined) {
        yield violation(`${resource} are written in plain text: identity is the first provider`, entry);
      } else if (writer.kms === undefined) {
        const isAccepted = params.allowLocalKey === true && writer.secretbox !== undefined;
        if (!isAccepted)
          yield violation(`${resource} are encrypted with a key of this file: ${cipherOf(writer)}`, entry);
      } else if (writer.kms.apiVersion !== "v2") {
        yield violation(
          `${resource} are encrypted by KMS <${writer.kms.name}> of version ${writer.kms.apiVersion ?? "v1"}`,
          writer.kms,
        );
      }
    }
    for (const { providers } of object.resources) {
      for (const { kms } of providers) {
        if (kms !== undefined) {
          const size = kms.cachesize ?? 0;
          if (kms.apiVersion === "v2" && kms.cachesize !== undefined) {
            yield violation(`KMS <${kms.name}> has a cachesize, which v2 refuses`, kms);
          } else if (size > params.maxCacheSize) {
            yield violation(`KMS <${kms.name}> caches ${size} keys, more than ${params.maxCacheSize}`, kms);
          }
          const timeout = kms.timeout ?? "3s";
          const seconds = durationSeconds(timeout);
          if (seconds === undefined || seconds === 0 || seconds > params.maxTimeoutSeconds) {
            yield violation(
              `KMS <${kms.name}> has a timeout of ${timeout}, not between 1s and ${params.maxTimeoutSeconds}s`,
              kms,
            );
          }
        }
      }
    }
  },
});

function covers(entry: EncryptionEntry, resource: string): boolean {
  return [resource, `${resource}.`, "*.", "*.*"].some((one) => entry.resources.includes(one));
}

function cipherOf(provider: EncryptionProvider): string {
  if (provider.aescbc !== undefined) return "aescbc";
  if (provider.aesgcm !== undefined) return "aesgcm";
  return provider.secretbox === undefined ? "none" : "secretbox";
}
