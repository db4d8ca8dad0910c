import { type LabelSelector, parameters, policy, violation } from "@policyc/sdk";
import {
  ClusterExternalSecret,
  ExternalSecret,
  type ExternalSecretSpec,
  externalSecretSpec,
} from "../../modules/external-secrets/external-secret.js";
import { selectsAnything } from "../../modules/selects-anything.js";

interface Params {
  /** Kinds of stores that secrets may come from. */
  storeKinds: ("SecretStore" | "ClusterSecretStore")[];
  /** Who owns the Secret: `Orphan` leaves it behind when the ExternalSecret goes. */
  creationPolicies: ("Owner" | "Orphan" | "Merge" | "None")[];
  /** What happens to the Secret when the store has no such secret any more: `Retain` keeps a revoked one in use. */
  deletionPolicies: ("Delete" | "Merge" | "Retain")[];
}

export default policy({
  name: "externalsecret-target",
  title: "External secrets take what they need, and leave nothing behind",
  description:
    "An ExternalSecret must use an allowed kind of store, own the Secret that it makes, and not fetch everything that the store has.",
  rationale:
    "A Secret without owner outlives the decision to have it, and `find` with a pattern for everything copies other teams' secrets into the namespace.",
  remediation:
    "Set `target.creationPolicy: Owner`, an allowed `deletionPolicy`, and name the secrets in `data` or narrow `dataFrom.find`.",
  severity: "medium",
  controls: ["NIST-800-53-5/AC-6", "OWASP-K8S-2022/K08", "OWASP-K8S-2025/K03", "NSA-CISA-1.2/secrets"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [ExternalSecret, ClusterExternalSecret],
  params: parameters<Params>({
    storeKinds: ["SecretStore", "ClusterSecretStore"],
    creationPolicies: ["Owner", "Merge"],
    deletionPolicies: ["Delete", "Merge", "Retain"],
  }),
  *check({ object, params }) {
    const spec = externalSecretSpec(object);
    const name = `${object.kind} <${object.metadata.name}>`;
    const creation = spec.target?.creationPolicy ?? "Owner";
    const deletion = spec.target?.deletionPolicy ?? "Retain";
    if (object.kind === "ClusterExternalSecret" && selectors(object).some(selectsAnything)) {
      yield violation(`${name} is written into every namespace: a selector leaves none out`, object.spec);
    }
    if (!params.creationPolicies.includes(creation)) {
      yield violation(`${name} has creationPolicy ${creation}`, spec.target);
    }
    if (!params.deletionPolicies.includes(deletion)) {
      yield violation(`${name} has deletionPolicy ${deletion}`, spec.target);
    }
    for (const storeKind of storeKindsOf(spec)) {
      if (!params.storeKinds.some((one) => one === storeKind)) {
        yield violation(`${name} reads from a ${storeKind}`, object.spec);
      }
    }
    for (const { find } of spec.dataFrom ?? []) {
      const hasTags = Object.keys(find?.tags ?? {}).length > 0;
      const hasPath = !["", "/"].includes(find?.path ?? "");
      if (find !== undefined && !hasTags && !hasPath && matchesEverything(find.name?.regexp ?? "")) {
        yield violation(`${name} fetches everything that the store has`, find);
      }
    }
  },
});

/** Each is an alternative to the others. */
function selectors({ spec }: ClusterExternalSecret): LabelSelector[] {
  const { namespaceSelector, namespaceSelectors = [] } = spec ?? {};
  return namespaceSelector === undefined ? namespaceSelectors : [namespaceSelector, ...namespaceSelectors];
}

/** Of all its parts; a generator's `sourceRef` has no store. */
function storeKindsOf(spec: ExternalSecretSpec): string[] {
  const parts = [
    ...(spec.data ?? []).map(({ sourceRef }) => sourceRef?.storeRef),
    ...(spec.dataFrom ?? []).map(({ sourceRef }) => sourceRef?.storeRef),
  ];
  return [spec.secretStoreRef, ...parts].flatMap((ref) =>
    ref === undefined ? [] : [ref.kind ?? "SecretStore"],
  );
}

function matchesEverything(regexp: string): boolean {
  return /^\^?(\.[*+])?\$?$/.test(regexp);
}
