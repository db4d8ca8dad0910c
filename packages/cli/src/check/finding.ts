import type { Span } from "@policyc/diagnostics";
import type { BundledPolicy } from "../bundles/bundle.js";

/** What was checked, as people call it. */
export interface Subject {
  readonly kind: string;
  readonly namespace?: string;
  /** Absent for documents, and where the server makes the name up. */
  readonly name?: string;
  /** The object that carries the document as a text. */
  readonly holder?: SubjectHolder;
}

/** An object of a cluster, and which of its fields is a document. */
export interface SubjectHolder extends Omit<Subject, "holder"> {
  /** `data["falco.yaml"]` */
  readonly field: string;
}

/** A violation in a file. */
export interface Finding {
  readonly policy: BundledPolicy;
  readonly message: string;
  readonly subject: Subject;
  /** The part that is to blame; where the policy names none, the object's name. */
  readonly span: Span;
}

/** `Deployment shop/web`, `audit policy`, `falco.yaml of ConfigMap falco/falco › data["falco.yaml"]`. */
export function subjectName({ holder, ...subject }: Subject): string {
  const own = qualifiedName(subject);
  return holder === undefined ? own : `${own} of ${qualifiedName(holder)} › ${holder.field}`;
}

function qualifiedName({ kind, namespace, name }: Omit<Subject, "holder">): string {
  if (name === undefined) return kind;
  return namespace === undefined ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}

/** The policies of findings, each once, in order of the alphabet. */
export function policyNames(findings: readonly Finding[]): readonly string[] {
  return [...new Set(findings.map(({ policy }) => policy.name))].sort();
}
