import { policy, type Violation, violation } from "@policyc/sdk";
import {
  type ImageValidatingSpec,
  KyvernoImageValidatingPolicy,
  KyvernoNamespacedImageValidatingPolicy,
} from "../../modules/policy-engines/kyverno-cel-policy.js";
import {
  type ImageVerification,
  KyvernoClusterPolicy,
  KyvernoPolicy,
} from "../../modules/policy-engines/kyverno-policy.js";
import { unnamed } from "../../modules/sigstore/signer-identity.js";

export default policy({
  name: "kyverno-image-verification",
  title: "Kyverno takes the signatures of named accounts",
  description:
    "A rule of Kyverno's that verifies images without keys must name the identities that may sign, ask the transparency log, and let run what it has verified: by digest.",
  rationale:
    "Anybody with an account of a public identity provider can sign an image without a key; and a tag may be another image when the node pulls it than it was when its signature was verified.",
  remediation:
    "Name `subject` and `issuer` (or narrow, anchored expressions for them), remove `ignoreTlog` and `ignoreSCT` (`insecureIgnoreTlog`, `insecureIgnoreSCT`), and leave `mutateDigest` or `verifyDigest` on.",
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
  match: [
    KyvernoClusterPolicy,
    KyvernoPolicy,
    KyvernoImageValidatingPolicy,
    KyvernoNamespacedImageValidatingPolicy,
  ],
  *check({ object }) {
    const name = `${object.kind} <${object.metadata.name}>`;
    if (object.apiVersion === "kyverno.io/v1") {
      for (const rule of object.spec.rules ?? [])
        for (const one of rule.verifyImages ?? []) yield* weakVerification(name, one);
    } else yield* weakPolicy(name, object.spec);
  },
});

function* weakVerification(name: string, verification: ImageVerification): Iterable<Violation> {
  const attestors = (verification.attestors ?? []).flatMap(({ entries }) => entries ?? []);
  for (const { keyless } of attestors) {
    if (keyless === undefined) continue;
    yield* unnamed(name, keyless);
    if (keyless.rekor?.ignoreTlog === true)
      yield violation(`${name} does not ask the transparency log: ignoreTlog`, keyless);
    if (keyless.ctlog?.ignoreSCT === true)
      yield violation(`${name} does not ask whether certificates were logged: ignoreSCT`, keyless);
  }
  yield* movable(name, verification);
}

function* weakPolicy(name: string, spec: ImageValidatingSpec): Iterable<Violation> {
  for (const { cosign } of spec.attestors ?? []) {
    if (cosign?.keyless === undefined) continue;
    const identities = cosign.keyless.identities ?? [];
    if (identities.length === 0)
      yield violation(`${name} takes anybody's signature: no identities`, cosign.keyless);
    for (const identity of identities) yield* unnamed(name, identity);
    if (cosign.ctlog?.insecureIgnoreTlog === true)
      yield violation(`${name} does not ask the transparency log: insecureIgnoreTlog`, cosign.ctlog);
    if (cosign.ctlog?.insecureIgnoreSCT === true)
      yield violation(
        `${name} does not ask whether certificates were logged: insecureIgnoreSCT`,
        cosign.ctlog,
      );
  }
  yield* movable(name, spec.validationConfigurations ?? {});
}

interface Digests {
  mutateDigest?: boolean;
  verifyDigest?: boolean;
}

/** Both are on where nothing is said; either is enough. */
function* movable(name: string, settings: Digests): Iterable<Violation> {
  if (settings.mutateDigest === false && settings.verifyDigest === false)
    yield violation(`${name} verifies tags, and lets them be pulled again: no digests`, settings);
}
