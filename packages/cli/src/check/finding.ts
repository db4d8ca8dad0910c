import type { Span } from "@policyc/diagnostics";
import type { EngineName } from "@policyc/testing";
import type { BundledPolicy } from "../bundles/bundle.js";
import type { Skipped } from "./load.js";

/** What was checked, as people call it. */
export interface Subject {
  readonly kind: string;
  readonly namespace?: string;
  /** Absent for documents, and where the server makes the name up. */
  readonly name?: string;
}

/** A violation in a file. */
export interface Finding {
  readonly policy: BundledPolicy;
  readonly message: string;
  readonly subject: Subject;
  /** The part that is to blame; where the policy names none, the object's name. */
  readonly span: Span;
}

/** What a check came to. */
export interface CheckReport {
  /** In the order of files and places. */
  readonly findings: readonly Finding[];
  readonly skipped: readonly Skipped[];
  readonly objects: number;
  readonly documents: number;
  readonly policies: readonly BundledPolicy[];
  /** Where the policies come from. */
  readonly source: string;
  readonly engines: readonly EngineName[];
}

/** `Deployment shop/web`, `audit policy`. */
export function subjectName({ kind, namespace, name }: Subject): string {
  if (name === undefined) return kind;
  return namespace === undefined ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
}
