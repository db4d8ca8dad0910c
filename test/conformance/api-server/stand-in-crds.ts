import type { SourcePolicy } from "@policyc/compiler";
import type { JsonObject } from "../json.js";
import { libraryPolicies } from "../library/library.js";
import type { ApiClient } from "./api-client.js";
import { establish } from "./custom-resources.js";
import type { Resources } from "./resources.js";

/** The kinds that have a stand-in, as the type checker names them: `networking.istio.io/v1, Kind=Sidecar`. */
export type StandIns = ReadonlySet<string>;

type ResourceKind = SourcePolicy["policy"]["match"]["kinds"][number];

/**
 * Stands in for the CRDs of meshes and operators that the library has policies for: any content, under the names that
 * the policies match. Nobody is there to act on such objects; admission is the same.
 */
export async function missingCrds({
  client,
  resources,
}: {
  readonly client: ApiClient;
  readonly resources: Resources;
}): Promise<StandIns> {
  const kinds = [...libraryPolicies().values()].flatMap(({ policy }) => policy.match.kinds);
  const missing = new Map<string, ResourceKind>();
  for (const kind of kinds) {
    // Groups without a dot are Kubernetes' own: what it serves no more, such as PodSecurityPolicy, no CRD brings back.
    if (!kind.group.includes(".") || kind.subresource !== undefined) continue;
    const probe = { apiVersion: `${kind.group}/${kind.version}`, kind: kind.kind };
    if ((await resources.collectionOf(probe)) === undefined)
      missing.set(`${kind.plural}.${kind.group}`, kind);
  }
  await establish(client, resources, [...missing.values()].map(standIn));
  return new Set(
    [...missing.values()].map(({ group, version, kind }) => `${group}/${version}, Kind=${kind}`),
  );
}

function standIn({ group, version, kind, plural, scope }: ResourceKind): JsonObject {
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: {
      name: `${plural}.${group}`,
      // Groups of Kubernetes are protected; nobody reviews a stand-in (KEP-1111).
      ...(group.endsWith(".k8s.io")
        ? { annotations: { "api-approved.kubernetes.io": "unapproved, stand-in" } }
        : {}),
    },
    spec: {
      group,
      scope,
      names: { kind, plural, singular: kind.toLowerCase(), listKind: `${kind}List` },
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true } },
        },
      ],
    },
  };
}
