import { Collector } from "@policyc/diagnostics";
import type { ResourceKind } from "@policyc/ir";
import {
  documentKindOf,
  embeddedDocuments,
  isKubernetesObject,
  type Manifest,
  nestedTooDeep,
  parseDocuments,
  templatedPods,
} from "@policyc/testing";
import type { Input } from "./input.js";
import { isAccepted } from "./served.js";

/** What is there to check, and what was left aside. */
export interface Loaded {
  /** Objects of a cluster, of a shape that an API server accepts, and the pods that operators make of them. */
  readonly objects: readonly Manifest[];
  /** What some policy recognises as a document of a kind that it looks at, also as a text in one of the objects. */
  readonly documents: readonly Manifest[];
  readonly skipped: readonly Skipped[];
}

/** A file that is about something else. */
export interface Skipped {
  readonly file: string;
  readonly reason: string;
}

/** Reads the objects and documents of all inputs. What is wrong with one leaves the others as they are. */
export function loadInputs(
  inputs: readonly Input[],
  kinds: readonly ResourceKind[],
  collector: Collector,
): Loaded {
  const loaded = inputs.map((input) => loadInput(input, kinds, collector));
  return {
    objects: loaded.flatMap(({ objects }) => objects),
    documents: loaded.flatMap(({ documents }) => documents),
    skipped: loaded.flatMap(({ skipped }) => skipped),
  };
}

function loadInput(input: Input, kinds: readonly ResourceKind[], collector: Collector): Loaded {
  const { file, text } = input;
  const own = new Collector();
  const manifests = parseDocuments(text, file, own);
  const aside = own.hasErrors && !isTooDeep(own) ? reasonToSkip(input) : undefined;
  if (aside !== undefined) return { objects: [], documents: [], skipped: [{ file, reason: aside }] };
  collector.reportAll(own.diagnostics);
  const isDocument = (manifest: Manifest) => documentKindOf(manifest, kinds) !== undefined;
  const documents = manifests.filter(isDocument);
  const others = manifests.filter(({ object }) => isKubernetesObject(object));
  const found = documents.length + others.length;
  const objects = others.filter(
    (manifest) => !documents.includes(manifest) && isAccepted(manifest, collector),
  );
  return {
    documents: [...documents, ...objects.flatMap((object) => embeddedDocuments(object, kinds))],
    objects: [...objects, ...objects.flatMap(templatedPods)],
    skipped:
      found > 0 || own.hasErrors
        ? []
        : [{ file, reason: "it has no Kubernetes object, and no document that a policy looks at" }],
  };
}

/** It can be read, and only says more than anybody looks at. */
function isTooDeep({ diagnostics }: Collector): boolean {
  return diagnostics.some(({ code }) => code === nestedTooDeep.code);
}

/** A file that is no YAML: a template is rendered before it is checked, and a folder's JSON may have comments. */
function reasonToSkip({ file, text, isNamed }: Input): string | undefined {
  if (text.includes("{{")) return "it is a template: check what `helm template` makes of it";
  return file.endsWith(".json") && !isNamed ? "it is not JSON" : undefined;
}
