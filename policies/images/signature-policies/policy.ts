import { parameters, policy, violation } from "@policyc/sdk";
import { ClusterImagePolicy, type SigningAuthority } from "../../modules/sigstore/cluster-image-policy.js";
import { unnamed } from "../../modules/sigstore/signer-identity.js";

interface Params {
  /** Accept `mode: warn`, while images are being signed. */
  warn?: boolean;
}

export default policy({
  name: "signature-policies",
  title: "Image signatures are somebody's, and are enforced",
  description:
    "A ClusterImagePolicy of Sigstore must refuse images, must not pass all of them unseen, and must name the identities that may sign, with the transparency log asked.",
  rationale:
    "Anybody with an account of a public identity provider can sign an image without a key: a signature that may be anybody's proves nothing.",
  remediation:
    "Name `issuer` and `subject` (or narrow expressions for them, anchored) in `keyless.identities`, leave `ctlog` and the SCT check on, take `static: pass` away from patterns for all images, and set `mode: enforce`.",
  severity: "high",
  controls: [
    "CIS-2.0/5.5.1",
    "NSA-CISA-1.2/image-building",
    "NIST-800-190/4.1.5",
    "NIST-800-53-5/SI-7",
    "NIST-800-53-5/CM-14",
    "OWASP-K8S-2022/K02",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [ClusterImagePolicy],
  params: parameters<Params>({ warn: false }),
  *check({ object, params }) {
    const name = `ClusterImagePolicy <${object.metadata.name}>`;
    const { images = [], authorities = [], mode } = object.spec ?? {};
    if (mode === "warn" && params.warn !== true)
      yield violation(`${name} warns of images without a signature, and lets them in`, object.spec);
    const isForAll = images.some(({ glob }) => isEveryImage(glob ?? ""));
    for (const authority of authorities) {
      if (isForAll && authority.static?.action === "pass")
        yield violation(`${name} passes all images without looking at a signature`, authority);
      if (authority.keyless === undefined) continue;
      const identities = authority.keyless.identities ?? [];
      if (identities.length === 0)
        yield violation(`${name} takes anybody's signature: no identities`, authority);
      for (const identity of identities) yield* unnamed(name, identity);
      if (authority.keyless.insecureIgnoreSCT === true)
        yield violation(
          `${name} does not ask whether certificates were logged: insecureIgnoreSCT`,
          authority,
        );
      if (isLogIgnored(authority))
        yield violation(`${name} does not ask the transparency log: ctlog is empty`, authority);
    }
  },
});

function isEveryImage(glob: string): boolean {
  return /^[*/]+$/.test(glob);
}

/** Without the log only a time stamp shows that a short-lived certificate was valid when it signed. */
function isLogIgnored({ ctlog, rfc3161timestamp }: SigningAuthority): boolean {
  return (
    ctlog !== undefined &&
    ctlog.url === undefined &&
    ctlog.trustRootRef === undefined &&
    rfc3161timestamp === undefined
  );
}
