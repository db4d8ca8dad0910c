import { policy, violation } from "@policyc/sdk";
import {
  ClusterSecretStore,
  type Provider,
  SecretStore,
} from "../../modules/external-secrets/secret-store.js";
import { selectsAnything } from "../../modules/selects-anything.js";

export default policy({
  name: "secret-store-scope",
  title: "Secret stores say who may use them, and are reached by TLS",
  description:
    "A ClusterSecretStore must list the namespaces that may use it; a store must not be read by plain HTTP, and not be the fake one.",
  rationale:
    "Without conditions every namespace fetches every secret that the store's identity can read: who may create an ExternalSecret anywhere has them all.",
  remediation:
    "Add `spec.conditions` with `namespaces` or a `namespaceSelector`, or give each team a SecretStore with its own identity; use `https://`.",
  severity: "high",
  controls: [
    "NIST-800-53-5/AC-6",
    "NIST-800-53-5/SC-8",
    "OWASP-K8S-2022/K08",
    "OWASP-K8S-2025/K03",
    "NSA-CISA-1.2/secrets",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [SecretStore, ClusterSecretStore],
  *check({ object }) {
    const name = `${object.kind} <${object.metadata.name}>`;
    const conditions = object.kind === "ClusterSecretStore" ? (object.spec?.conditions ?? []) : [];
    if (object.kind === "ClusterSecretStore" && conditions.length === 0) {
      yield violation(`${name} may be used by every namespace: it has no conditions`, object.spec);
    }
    // What a condition says is alternatives: an empty selector lets all in, whatever names stand beside it.
    for (const { namespaceSelector, namespaceRegexes } of conditions) {
      const selectsAll = namespaceSelector !== undefined && selectsAnything(namespaceSelector);
      if (selectsAll || (namespaceRegexes ?? []).some(matchesEverything)) {
        yield violation(`${name} may be used by every namespace: a condition leaves none out`, object.spec);
      }
    }
    const provider = object.spec?.provider;
    if (addressesOf(provider).some((url) => url.startsWith("http://"))) {
      yield violation(`${name} is read by plain HTTP`, provider);
    }
    if (provider?.fake !== undefined) {
      yield violation(`${name} holds its secrets in the manifest: provider fake`, provider);
    }
  },
});

function addressesOf(provider: Provider | undefined): string[] {
  return [
    provider?.akeyless?.akeylessGWApiURL ?? "",
    provider?.conjur?.url ?? "",
    provider?.gitlab?.url ?? "",
    provider?.infisical?.hostAPI ?? "",
    provider?.kubernetes?.server?.url ?? "",
    provider?.onepassword?.connectHost ?? "",
    provider?.vault?.server ?? "",
    provider?.webhook?.url ?? "",
  ];
}

/** It is enough to match somewhere in the name. */
function matchesEverything(regexp: string): boolean {
  return /^\^?(\.[*+]?)?\$?$/.test(regexp);
}
