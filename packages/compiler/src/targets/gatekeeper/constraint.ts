import type { Json, Match, Policy, Verified } from "@policyc/ir";
import type { Manifest, ManifestComment } from "../../emit/manifest.js";
import type { Deployment, Stage } from "../deployment.js";
import { selector } from "../selector.js";
import { excludedNamespaces, isByNamespaceOnly } from "./namespaces.js";

const enforcement: Readonly<Record<Stage, string>> = { audit: "dryrun", warn: "warn", enforce: "deny" };

/** The Constraint: where the template applies, how strictly, and with which parameters. */
export function constraint(policy: Verified<Policy>, deployment: Deployment): Manifest {
  const hasParameters = Object.keys(deployment.params).length > 0;
  return {
    value: {
      apiVersion: "constraints.gatekeeper.sh/v1beta1",
      kind: policy.constraintKind,
      metadata: { name: policy.name },
      spec: {
        enforcementAction: enforcement[deployment.stage],
        match: match(policy.match, deployment),
        ...(hasParameters ? { parameters: deployment.params } : {}),
      },
    },
    comments: exemptionComments(deployment),
  };
}

function match(own: Match, deployment: Deployment): { readonly [field: string]: Json } {
  const excluded = excludedNamespaces(own.excludedNamespaces ?? [], deployment);
  return {
    kinds: kinds(own),
    ...(own.namespaces === undefined ? {} : { namespaces: own.namespaces }),
    ...(excluded.length === 0 ? {} : { excludedNamespaces: excluded }),
    ...(own.labelSelector === undefined ? {} : { labelSelector: selector(own.labelSelector) }),
    ...(own.namespaceSelector === undefined ? {} : { namespaceSelector: selector(own.namespaceSelector) }),
  };
}

/** Kinds by API group, in the order of the policy; a Constraint knows no versions. */
function kinds({ kinds: all }: Match): readonly Json[] {
  const groups = [...new Set(all.map((kind) => kind.group))];
  return groups.map((group) => ({
    apiGroups: [group],
    kinds: [...new Set(all.filter((kind) => kind.group === group).map((kind) => kind.kind))],
  }));
}

/** Why a namespace is left out, and until when. */
function exemptionComments(deployment: Deployment): readonly ManifestComment[] {
  const lines = deployment.exemptions
    .filter(isByNamespaceOnly)
    .map(
      ({ namespaces = [], reason, expires }) =>
        `${namespaces.join(", ")}: exempt until ${expires}, ${reason}`,
    );
  return lines.length === 0
    ? []
    : [{ path: ["spec", "match", "excludedNamespaces"], text: lines.join("\n") }];
}
