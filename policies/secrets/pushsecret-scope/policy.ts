import { parameters, policy, violation } from "@policyc/sdk";
import { ClusterPushSecret, PushSecret } from "../../modules/external-secrets/push-secret.js";
import { selectsAnything } from "../../modules/selects-anything.js";

interface Params {
  /** Kinds of stores that may be written to: with a ClusterSecretStore a team writes with the platform's identity. */
  storeKinds: ("SecretStore" | "ClusterSecretStore")[];
  /** What happens in the store when the PushSecret goes: `Delete` takes the only copy along. */
  deletionPolicies: ("Delete" | "None")[];
  /** What happens to a secret that the store has already: `Replace` overwrites it, whoever wrote it. */
  updatePolicies: ("Replace" | "IfNotExists")[];
}

export default policy({
  name: "pushsecret-scope",
  title: "Secrets leave the cluster by name",
  description:
    "A PushSecret must name the Secret that it pushes and the stores that it goes to, and a ClusterPushSecret must not be for every namespace.",
  rationale:
    "What is pushed has left the cluster and its RBAC: a selector pushes each Secret that somebody labels, to each store that somebody labels, and no review sees it.",
  remediation:
    "Set `selector.secret.name` and `secretStoreRefs[].name`, and say in `namespaceSelectors` which namespaces are meant.",
  severity: "medium",
  controls: [
    "NIST-800-53-5/AC-4",
    "NIST-800-53-5/AC-6",
    "OWASP-K8S-2022/K08",
    "OWASP-K8S-2025/K03",
    "NSA-CISA-1.2/secrets",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [PushSecret, ClusterPushSecret],
  params: parameters<Params>({
    storeKinds: ["SecretStore", "ClusterSecretStore"],
    deletionPolicies: ["Delete", "None"],
    updatePolicies: ["Replace", "IfNotExists"],
  }),
  *check({ object, params }) {
    const name = `${object.kind} <${object.metadata.name}>`;
    const spec = (object.kind === "PushSecret" ? object.spec : object.spec?.pushSecretSpec) ?? {};
    if (object.kind === "ClusterPushSecret" && (object.spec?.namespaceSelectors ?? []).some(selectsAnything))
      yield violation(`${name} is for every namespace: a selector leaves none out`, object.spec);
    if (spec.selector?.secret?.selector !== undefined)
      yield violation(`${name} pushes every Secret that its selector selects`, spec.selector);
    const stores = [
      ...(spec.secretStoreRefs ?? []),
      ...(spec.dataTo ?? []).flatMap(({ storeRef }) => (storeRef === undefined ? [] : [storeRef])),
    ];
    for (const store of stores) {
      const kind = store.kind ?? "SecretStore";
      if (store.labelSelector !== undefined)
        yield violation(`${name} pushes to every ${kind} that its selector selects`, store);
      if (!params.storeKinds.some((one) => one === kind))
        yield violation(`${name} pushes to a ${kind}`, store);
    }
    const deletion = spec.deletionPolicy ?? "None";
    if (!params.deletionPolicies.includes(deletion))
      yield violation(`${name} has deletionPolicy ${deletion}`, object.spec);
    const update = spec.updatePolicy ?? "Replace";
    if (!params.updatePolicies.includes(update))
      yield violation(`${name} has updatePolicy ${update}`, object.spec);
  },
});
