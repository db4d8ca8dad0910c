import { policy, violation } from "@policyc/sdk";
import { Bucket, GitRepository, HelmRepository, OCIRepository } from "../../modules/delivery/flux.js";

export default policy({
  name: "flux-sources",
  title: "Flux knows whom it fetches from",
  description: "A source of Flux must be reached by TLS or SSH, with a certificate that is checked.",
  rationale:
    "What Flux fetches it applies: who answers in place of a repository that nobody checks deploys what he likes.",
  remediation: "Use `https://` or `ssh://`, remove `insecure: true`, and name an own CA in `certSecretRef`.",
  severity: "high",
  controls: [
    "NIST-800-53-5/SC-8",
    "NIST-800-53-5/SI-7",
    "NIST-800-53-5/SR-3",
    "NSA-CISA-1.2/encryption",
    "OWASP-K8S-2022/K02",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [GitRepository, HelmRepository, OCIRepository, Bucket],
  *check({ object }) {
    const name = `${object.kind} <${object.metadata.name}>`;
    const { url = "", insecure } = object.spec ?? {};
    if (url.startsWith("http://") || url.startsWith("git://"))
      yield violation(`${name} is fetched in plain text: ${url}`, object.spec);
    if (insecure === true)
      yield violation(`${name} is fetched without TLS that is checked: insecure`, object.spec);
  },
});
