import { type Integer, parameters, policy, violation } from "@policyc/sdk";
import { Certificate } from "../../modules/cert-manager/certificate.js";
import { durationSeconds } from "../../modules/duration.js";

interface Params {
  /**
   * The longest life of a certificate, in days, but for those of authorities.
   * @minimum 1
   */
  maxDays: Integer;
  /**
   * The shortest RSA key, in bits.
   * @minimum 1024
   */
  minRsaBits: Integer;
}

export default policy({
  name: "certificate-strength",
  title: "Certificates are strong, and end",
  description:
    "A Certificate of cert-manager must have a key that is long enough and a new one at each renewal, and must not live too long.",
  rationale:
    "cert-manager renews certificates by itself, so that a short life costs nothing; a stolen key of a long one is good for years, since hardly any client asks whether it was revoked.",
  remediation:
    "Remove `duration` (90 days is the default) or shorten it; use ECDSA, or RSA of 2048 bits and more; remove `rotationPolicy: Never`.",
  severity: "medium",
  controls: ["NIST-800-53-5/SC-12", "NIST-800-53-5/SC-13", "NIST-800-53-5/IA-5", "NSA-CISA-1.2/encryption"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [Certificate],
  params: parameters<Params>({ maxDays: 398, minRsaBits: 2048 }),
  *check({ object, params }) {
    const name = `Certificate <${object.metadata.name}>`;
    const { isCA, duration = "2160h", privateKey = {} } = object.spec ?? {};
    const seconds = durationSeconds(duration);
    if (isCA !== true && seconds !== undefined && seconds > params.maxDays * 86400)
      yield violation(`${name} lives ${duration}, more than ${params.maxDays} days`, object.spec);
    const bits = privateKey.size ?? 2048;
    if ((privateKey.algorithm ?? "RSA") === "RSA" && bits < params.minRsaBits)
      yield violation(`${name} has an RSA key of ${bits} bits, less than ${params.minRsaBits}`, privateKey);
    if (privateKey.rotationPolicy === "Never")
      yield violation(`${name} keeps its key for ever: rotationPolicy is Never`, privateKey);
  },
});
