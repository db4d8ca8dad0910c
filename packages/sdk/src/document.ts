import type { Kind, KindIdentity } from "./kind.js";

/** What a field of a document may be compared with. */
type Scalar = string | number | boolean;

/**
 * How a document is told from its content, whatever its file is called. All that is said must hold.
 *
 * @example
 * const audit: Recognition = { fields: { apiVersion: "audit.k8s.io/v1", kind: "Policy" } };
 * const report: Recognition = { has: ["SchemaVersion", "Results"] };
 * const rules: Recognition = { items: { hasAny: ["rule", "macro", "list"] } };
 */
export interface Recognition {
  /** Fields at the top that are all there. */
  readonly has?: readonly string[];
  /** Fields at the top of which at least one is there. */
  readonly hasAny?: readonly string[];
  /** Values at dotted paths; with a list, one of its values. */
  readonly fields?: Readonly<Record<string, Scalar | readonly Scalar[]>>;
  /** The document is a list with something in it, and this is so of every item. */
  readonly items?: Recognition;
  /** This is so of at least one value at the top. */
  readonly member?: Recognition;
  /** The file has several documents, and this is so of another one. */
  readonly beside?: Recognition;
}

/**
 * What a document kind is called, and how its documents are recognised.
 *
 * @example
 * const identity: DocumentIdentity = { name: "TrivyReport", recognise: { has: ["SchemaVersion", "Results"] } };
 */
export interface DocumentIdentity {
  /** PascalCase, as a kind of Kubernetes would be called. */
  readonly name: string;
  /** For people, e.g. "Trivy report". Default: the name. */
  readonly title?: string;
  readonly recognise: Recognition;
  /** Refuse fields that the type does not name, as a strict reader of the file would. Default: they are let be. */
  readonly closed?: boolean;
  /** A JSON schema to hold documents against, where the type does not say enough. Default: made from the type. */
  readonly schema?: object;
}

/**
 * A kind whose documents are no objects of a cluster: what `document()` makes.
 *
 * @example
 * const reports: DocumentKind<TrivyReport> = TrivyReport;
 */
export interface DocumentKind<T> extends Kind<T> {
  readonly document: Omit<DocumentIdentity, "name">;
}

/** The API group that documents are given, so that no kind of a cluster is ever mistaken for one. */
const group = "documents.policyc.dev" satisfies KindIdentity["group"];

/**
 * Declares a kind of document that is no object of a cluster: a scanner's report, the configuration of a component, a
 * CI workflow. The type says what a document looks like; it becomes the schema that documents are held against.
 * A document that is a list at the top is given as `{ items: […] }`. Clusters never see documents, so `policyc build`
 * writes nothing for a policy that looks at documents alone; `policyc check` and `policyc test` evaluate it.
 *
 * @example
 * interface AuditPolicy { apiVersion: "audit.k8s.io/v1"; kind: "Policy"; rules?: { level: string }[] }
 * const AuditPolicy = document<AuditPolicy>({
 *   name: "AuditPolicy",
 *   recognise: { fields: { apiVersion: "audit.k8s.io/v1", kind: "Policy" } },
 * });
 */
export function document<T>({ name, ...about }: DocumentIdentity): DocumentKind<T> {
  return { group, version: "v1", kind: name, plural: name.toLowerCase(), scope: "Cluster", document: about };
}
