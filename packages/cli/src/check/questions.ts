import type { Collector } from "@policyc/diagnostics";
import type { ResourceKind } from "@policyc/ir";
import {
  admittedRequest,
  documentKindOf,
  engineAdmitting,
  type Fixture,
  fixtureOf,
  type Inventory,
  inventoryOf,
  labelsOf,
  type Manifest,
  matches,
} from "@policyc/testing";
import type { BundledPolicy } from "../bundles/bundle.js";
import { documentInventory } from "./documents.js";
import type { Loaded } from "./load.js";
import { metadataText, nameOf } from "./names.js";

/** A policy, and what it is asked about. */
export interface Asked {
  readonly policy: BundledPolicy;
  readonly manifest: Manifest;
  readonly fixture: Fixture;
}

/** What there is to ask, and what is around it. */
export interface Questions {
  readonly asked: readonly Asked[];
  /** All objects of the run, as the server would have stored them, and its documents. */
  readonly inventory: Inventory;
}

/** All that there is to ask: each policy about each object and document that it looks at. */
export async function questions(
  loaded: Loaded,
  policies: readonly BundledPolicy[],
  collector: Collector,
): Promise<Questions> {
  const admit = await engineAdmitting(loaded.objects.map(({ object }) => object));
  const kinds = policies.flatMap(({ match }) => match.kinds);
  const labels = namespaceLabels(loaded.objects);
  const ofObjects = loaded.objects.flatMap((manifest) => {
    const fixture = fixtureOf(manifest, { kinds: clusterKinds(kinds), ...labels(manifest) }, collector);
    if (fixture === undefined) return [];
    const admitted = { ...fixture, request: admittedRequest(fixture.request, admit) };
    return policies.map((policy) => ({ policy, manifest, fixture: admitted }));
  });
  const ofDocuments = loaded.documents.flatMap((manifest) =>
    policies.flatMap((policy) => documentQuestion(policy, manifest, collector)),
  );
  const asked = [...ofObjects, ...ofDocuments].filter(
    ({ policy, fixture }) => matches(policy.match, fixture.request, policy.exclusions).matches,
  );
  const inventory = [
    ...inventoryOf(loaded.objects, { admit, kinds: clusterKinds(kinds) }),
    ...documentInventory(loaded.documents, kinds),
  ];
  return { asked, inventory };
}

function clusterKinds(kinds: readonly ResourceKind[]): readonly ResourceKind[] {
  return kinds.filter(({ document }) => document === undefined);
}

function documentQuestion(policy: BundledPolicy, manifest: Manifest, collector: Collector): readonly Asked[] {
  const { kinds } = policy.match;
  if (documentKindOf(manifest, kinds) === undefined) return [];
  const fixture = fixtureOf(manifest, { kinds }, collector);
  if (fixture === undefined) return [];
  return [
    { policy, manifest, fixture: { ...fixture, request: admittedRequest(fixture.request, undefined) } },
  ];
}

/** A namespace has the labels of its manifest, where there is one in the run. */
function namespaceLabels(
  objects: readonly Manifest[],
): (manifest: Manifest) => { readonly namespaceLabels?: Readonly<Record<string, string>> } {
  const known = new Map(
    objects
      .filter(({ object }) => object["kind"] === "Namespace" && object["apiVersion"] === "v1")
      .map(({ object }) => [nameOf(object), labelsOf(object)] as const),
  );
  return ({ object }) => {
    const labels = known.get(metadataText(object, "namespace") ?? "default");
    return labels === undefined ? {} : { namespaceLabels: labels };
  };
}
