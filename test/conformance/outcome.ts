import type { Expectation } from "./upstream/expectation.js";

/** The engines and kinds of objects that are held against each other; one column of the table. */
export type EngineName =
  | "gator"
  | "kyverno"
  | "kyverno-vpol"
  | "kyverno-language"
  | "vap"
  | "vap-params"
  | "gatekeeper"
  | "api-server";

/** What an engine said about one request. */
export type Verdict =
  | { readonly kind: "allowed" }
  | { readonly kind: "denied"; readonly message: string }
  | { readonly kind: "error"; readonly message: string }
  /** The request cannot be put to this engine, for a reason that lies in the engine. */
  | { readonly kind: "not expressible"; readonly message: string };

/** One line of the result. Only `agrees` and `disagrees` count as cases that ran. */
export interface Outcome {
  readonly kind: "agrees" | "disagrees" | "not expressible" | "skipped";
  readonly engine: EngineName;
  readonly policy: string;
  readonly case: string;
  /** Expected and actual where they differ; the reason where nothing ran. */
  readonly detail: string;
}

export interface Subject {
  readonly engine: EngineName;
  readonly policy: string;
  readonly case: string;
}

/** Holds a verdict against what was expected, the messages included. */
export function judge(subject: Subject, expects: Expectation, verdict: Verdict): Outcome {
  if (verdict.kind === "not expressible") {
    return { ...subject, kind: "not expressible", detail: verdict.message };
  }
  const difference = differenceBetween(expects, verdict);
  if (difference === undefined) return { ...subject, kind: "agrees", detail: "" };
  return { ...subject, kind: "disagrees", detail: difference };
}

export function agrees(subject: Subject): Outcome {
  return { ...subject, kind: "agrees", detail: "" };
}

export function disagrees(subject: Subject, detail: string): Outcome {
  return { ...subject, kind: "disagrees", detail };
}

/** What is not as expected; `undefined` where all is. */
export function differenceBetween(expects: Expectation, verdict: Verdict): string | undefined {
  if (verdict.kind !== expects.verdict) return `expected ${expects.verdict}, got ${describe(verdict)}`;
  if (verdict.kind !== "denied") return undefined;
  // CEL says all violations in one message.
  const said = [verdict.message, ...verdict.message.split("; ")];
  const missing = expects.messages.filter((message) => !said.some((part) => message.test(part)));
  if (missing.length === 0) return undefined;
  return `expected a message with ${missing.join(" and ")}, got ${JSON.stringify(verdict.message)}`;
}

function describe(verdict: Verdict): string {
  return verdict.kind === "allowed" ? "allowed" : `${verdict.kind}: ${verdict.message}`;
}
