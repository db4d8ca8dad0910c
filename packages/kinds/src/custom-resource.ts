import type { Collector, Span } from "@policyc/diagnostics";
import { type Document, isMap, isNode, LineCounter, type Node, parseAllDocuments } from "yaml";
import type { KindIdentity, Schema } from "./api.js";
import { crdSyntax, incompleteCrd, noCrd, versionNotServed } from "./diagnostics/custom-resource.js";
import { byStability } from "./version-order.js";

/** One version of a kind that a CustomResourceDefinition declares. */
export interface CustomResource extends KindIdentity {
  /** The structural schema of its objects. */
  readonly schema: Schema;
}

/** A file with CustomResourceDefinitions. */
export interface CrdFile {
  /** Its path, for diagnostics. */
  readonly file: string;
  readonly text: string;
  /** The version to read; without it the most stable one that is served. */
  readonly version?: string;
}

/**
 * The kinds that a YAML file of CustomResourceDefinitions declares, each in one version. Other objects in the file
 * are left out. What is wrong with the file is reported.
 *
 * @example
 * const resources = readCustomResources({ file: "crd.yaml", text }, collector);
 */
export function readCustomResources(source: CrdFile, collector: Collector): readonly CustomResource[] {
  const lines = new LineCounter();
  const parsed = parseAllDocuments(source.text, { lineCounter: lines });
  const documents: readonly Document[] = Array.isArray(parsed) ? parsed : [];
  const reader: Reader = { source, collector, lines };
  const errors = documents.flatMap((document) => document.errors);
  for (const error of errors)
    collector.report(crdSyntax(spanAt(error.pos[0], reader), error.message.split("\n")[0] ?? ""));
  if (errors.length > 0) return [];
  const definitions = documents.filter((document) => document.get("kind") === "CustomResourceDefinition");
  if (definitions.length === 0) collector.report(noCrd(spanAt(0, reader)));
  return definitions.flatMap((document) => customResource(document, reader));
}

interface Reader {
  readonly source: CrdFile;
  readonly collector: Collector;
  readonly lines: LineCounter;
}

function customResource(document: Document, reader: Reader): readonly CustomResource[] {
  const text = (...path: readonly string[]): string | undefined => {
    const value: unknown = document.getIn(path);
    if (typeof value === "string") return value;
    reader.collector.report(incompleteCrd(spanOf(document.contents, reader), path.join(".")));
    return undefined;
  };
  const group = text("spec", "group");
  const kind = text("spec", "names", "kind");
  const plural = text("spec", "names", "plural");
  const scope = text("spec", "scope");
  if (group === undefined || kind === undefined || plural === undefined || scope === undefined) return [];
  const version = servedVersion(document, kind, reader);
  if (version === undefined) return [];
  return [
    {
      group,
      version: version.name,
      kind,
      plural,
      scope: scope === "Cluster" ? "Cluster" : "Namespaced",
      schema: version.schema,
    },
  ];
}

interface Version {
  readonly name: string;
  readonly served: boolean;
  readonly schema: Schema | undefined;
}

/** The version that was asked for, or the most stable one. */
function servedVersion(
  document: Document,
  kind: string,
  reader: Reader,
): { readonly name: string; readonly schema: Schema } | undefined {
  const { source, collector } = reader;
  const span = spanOf(document.getIn(["spec", "versions"], true), reader);
  const served = versionsOf(document).filter((version) => version.served);
  const found = source.version === undefined ? served[0] : served.find(({ name }) => name === source.version);
  if (found === undefined) {
    collector.report(
      versionNotServed(
        span,
        source.version ?? "any version",
        kind,
        served.map(({ name }) => `\`${name}\``).join(", "),
      ),
    );
    return undefined;
  }
  if (found.schema !== undefined) return { name: found.name, schema: found.schema };
  collector.report(incompleteCrd(span, `spec.versions[name=${found.name}].schema.openAPIV3Schema`));
  return undefined;
}

/** Most stable first. */
function versionsOf(document: Document): readonly Version[] {
  const spec: unknown = document.toJS();
  const versions = at(at(spec, "spec"), "versions");
  const all = (Array.isArray(versions) ? versions : []).flatMap((version: unknown): readonly Version[] => {
    const name = at(version, "name");
    const schema = at(at(version, "schema"), "openAPIV3Schema");
    return typeof name === "string"
      ? [{ name, served: at(version, "served") !== false, schema: isSchema(schema) ? schema : undefined }]
      : [];
  });
  return all.sort((a, b) => byStability(a.name, b.name));
}

function at(value: unknown, field: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, field)
    ? Object.getOwnPropertyDescriptor(value, field)?.value
    : undefined;
}

/** The API server has checked that a CRD's schema is structural; of a file this is taken on trust. */
function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function spanOf(node: unknown, reader: Reader): Span {
  const start = isNode(node) || isMap(node) ? rangeStart(node) : 0;
  return spanAt(start, reader);
}

function rangeStart(node: Node): number {
  return node.range?.[0] ?? 0;
}

function spanAt(offset: number, { source, lines }: Reader): Span {
  const { line, col } = lines.linePos(offset);
  const position = { line: Math.max(line, 1), column: Math.max(col, 1) };
  return { file: source.file, start: position, end: position };
}
