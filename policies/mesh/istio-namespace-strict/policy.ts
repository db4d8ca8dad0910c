import { inventory, Namespace, parameters, policy, violation } from "@policyc/sdk";
import { isInIstio } from "../../modules/istio/mesh-namespace.js";
import { PeerAuthentication } from "../../modules/istio/peer-authentication.js";
import { readsOthers } from "../../modules/unreachable.js";

interface Params {
  /** Istio's root namespace, whose PeerAuthentication without selector is the mesh's. */
  rootNamespace: string;
}

export default policy({
  name: "istio-namespace-strict",
  title: "Every namespace of the mesh is STRICT",
  description:
    "For a namespace in Istio's mesh there must be a STRICT PeerAuthentication without selector: its own, or the mesh's.",
  rationale:
    "Where no PeerAuthentication says STRICT, Istio is PERMISSIVE: it encrypts between sidecars and takes plain text from everybody else.",
  remediation: "Create a PeerAuthentication `default` with `mtls.mode: STRICT` in Istio's root namespace.",
  severity: "high",
  controls: [
    "NIST-800-53-5/SC-8",
    "NIST-800-53-5/IA-9",
    "NSA-CISA-1.2/encryption",
    "MITRE-ATTACK-16/T1040",
    "MITRE-ATTACK-16/T1557",
    "NIST-800-190/4.3.5",
  ],
  rollout: { difficulty: "high", effect: "high", load: "medium" },
  match: { kinds: [Namespace], excludedNamespaces: ["kube-*"] },
  unreachable: readsOthers,
  params: parameters<Params>({ rootNamespace: "istio-system" }),
  *check({ object, params }) {
    if (isInIstio(object)) {
      const own = modesOf(object.metadata.name);
      // The namespace's own word counts before the mesh's; of several it is not defined which, so all must hold.
      const modes = own.length > 0 ? own : modesOf(params.rootNamespace);
      if (modes.length === 0) {
        yield violation(
          `Namespace <${object.metadata.name}> accepts plain text: no PeerAuthentication is for it`,
          object,
        );
      }
      for (const mode of modes) {
        if (mode !== "STRICT") {
          yield violation(`Namespace <${object.metadata.name}> accepts plain text: mode ${mode}`, object);
        }
      }
    }
  },
});

/** What the PeerAuthentications for all of a namespace say; UNSET is nothing. */
function modesOf(namespace: string): string[] {
  return inventory(PeerAuthentication, { namespace })
    .filter(({ spec }) => Object.keys(spec?.selector?.matchLabels ?? {}).length === 0)
    .map(({ spec }) => spec?.mtls?.mode ?? "UNSET")
    .filter((mode) => mode !== "UNSET");
}
