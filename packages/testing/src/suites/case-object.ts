import type { Collector, Span } from "@policyc/diagnostics";
import { isAdmissionReview, operationOf, reviewedRequest, userInfoOf } from "../fixtures/admission-review.js";
import { notOneObject } from "../fixtures/diagnostics/fixture.js";
import { fixtureOf } from "../fixtures/document.js";
import { isJsonObject, type JsonObject, type JsonPath, listAt, objectAt, textAt } from "../fixtures/json.js";
import { documentsOf, type Manifest, parseDocuments } from "../fixtures/manifest.js";
import type { RequestOptions } from "../fixtures/request.js";
import { isSchemaValid } from "../fixtures/schema-validity.js";
import type { YamlDocument } from "../fixtures/yaml.js";
import { beside } from "./beside.js";
import { fileNotThere } from "./diagnostics/suite.js";
import type { FixtureSource, ReadText } from "./suite.js";

/** What reading a case's objects needs. */
export interface Reading {
  readonly document: YamlDocument;
  readonly read: ReadText;
  readonly collector: Collector;
}

/** The request of one case of a policyc suite; the case itself is at `path` of the document. */
export function caseFixture(
  written: JsonObject,
  path: JsonPath,
  reading: Reading,
): FixtureSource | undefined {
  const field = written["object"] === undefined ? "manifest" : "object";
  const found = manifestAt(written[field], [...path, field], reading);
  if (found === undefined) return undefined;
  const manifest = { ...found, inFile: [...(found.inFile ?? []), ...listAt(written, "beside")] };
  if (isAdmissionReview(manifest.object)) {
    const fixture = reviewedRequest(manifest, reading.collector);
    return fixture === undefined ? undefined : { fixture: () => fixture, evaluated: "raw" };
  }
  const oldObject = manifestAt(written["oldObject"], [...path, "oldObject"], reading);
  const valid = [manifest, ...(oldObject === undefined ? [] : [oldObject])].map((one) =>
    isSchemaValid(one, reading.collector),
  );
  if (valid.includes(false)) return undefined;
  const given = options(written, oldObject);
  return {
    fixture: (kinds, collector) => fixtureOf(manifest, { ...given, kinds }, collector),
    evaluated: "as-admitted",
  };
}

function options(written: JsonObject, oldObject: Manifest | undefined): RequestOptions {
  const operation = operationOf(textAt(written, "operation"));
  const subResource = textAt(written, "subResource");
  const labels = Object.entries(objectAt(written, "namespace", "labels")).map(
    ([key, value]) => [key, String(value)] as const,
  );
  const namespace = textAt(written, "namespace", "name");
  return {
    ...(namespace === undefined ? {} : { namespace }),
    namespaceLabels: Object.fromEntries(labels),
    ...(operation === undefined ? {} : { operation }),
    ...(oldObject === undefined ? {} : { oldObject: oldObject.object }),
    ...(isJsonObject(written["userInfo"]) ? { userInfo: userInfoOf(written["userInfo"]) } : {}),
    ...(subResource === undefined ? {} : { subResource }),
    ...(typeof written["dryRun"] === "boolean" ? { dryRun: written["dryRun"] } : {}),
    ...(isJsonObject(written["options"]) ? { options: written["options"] } : {}),
  };
}

/** The other objects of a case: files of any number of objects, or objects. */
export function caseInventory(
  written: JsonObject,
  path: JsonPath,
  { document, read, collector }: Reading,
): readonly Manifest[] {
  return listAt(written, "inventory").flatMap((value, index) => {
    const place = [...path, "inventory", index];
    if (typeof value !== "string") return documentsOf(document, place, collector);
    const source = { file: document.file, read, parse: parseDocuments, collector };
    return manifestsIn(value, document.locate(place), source);
  });
}

/** A path to a file with one object, or the object itself. */
function manifestAt(value: unknown, path: JsonPath, reading: Reading): Manifest | undefined {
  const { document, read, collector } = reading;
  const span = document.locate(path);
  if (typeof value === "string")
    return oneManifest(value, span, { file: document.file, read, parse: parseDocuments, collector });
  return value === undefined ? undefined : only(documentsOf(document, path, collector), span, collector);
}

interface Source {
  /** The suite, which paths are relative to. */
  readonly file: string;
  readonly read: ReadText;
  readonly parse: (text: string, file: string, collector: Collector) => readonly Manifest[];
  readonly collector: Collector;
}

/** The one object in a file that a suite names. */
export function oneManifest(path: string, span: Span, source: Source): Manifest | undefined {
  const manifests = manifestsIn(path, span, source);
  return source.read(beside(source.file, path)) === undefined
    ? undefined
    : only(manifests, span, source.collector);
}

/** All objects in a file that a suite names. */
export function manifestsIn(
  path: string,
  span: Span,
  { file, read, parse, collector }: Source,
): readonly Manifest[] {
  const resolved = beside(file, path);
  const text = read(resolved);
  if (text !== undefined) return parse(text, resolved, collector);
  collector.report(fileNotThere(span, path));
  return [];
}

function only(manifests: readonly Manifest[], span: Span, collector: Collector): Manifest | undefined {
  if (manifests.length === 1) return manifests[0];
  if (!collector.hasErrors) collector.report(notOneObject(span, manifests.length));
  return undefined;
}
