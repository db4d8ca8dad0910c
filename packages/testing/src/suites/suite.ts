import type { Collector, Diagnostic, Span } from "@policyc/diagnostics";
import type { ResourceKind } from "@policyc/ir";
import type { Params } from "../evaluators/evaluator.js";
import type { JsonObject, JsonPath } from "../fixtures/json.js";
import type { Manifest } from "../fixtures/manifest.js";
import type { Fixture } from "../fixtures/request.js";
import type { Variables } from "./kyverno/values.js";

/** Cases for policies, from one file. */
export interface Suite {
  readonly file: string;
  readonly format: "policyc" | "gator" | "kyverno";
  readonly cases: readonly SuiteCase[];
  /** What is wrong with the suite as a whole; a case carries its own. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How a suite names the policy that it is about. */
export type PolicyReference =
  | { readonly kind: "file"; readonly file: string; readonly span: Span }
  | { readonly kind: "constraint"; readonly constraintKind: string }
  /** Without a rule, a policy that has only one. */
  | {
      readonly kind: "kyverno";
      readonly policy: string;
      readonly rule: string | undefined;
      readonly span: Span;
    };

/** One object, and what a policy should say of it. */
export interface SuiteCase {
  /** Unique within its suite only by courtesy of the author. */
  readonly name: string;
  readonly span: Span;
  readonly policy: PolicyReference;
  /** What the case says of the parameters, over the author's defaults. */
  readonly params: GivenParams;
  /** Absent where the object cannot be used. */
  readonly fixture: FixtureSource | undefined;
  /** The other objects of the cluster. */
  readonly inventory?: readonly Manifest[];
  readonly expectations: readonly Expectation[];
  /** Why it is not run. */
  readonly skip?: string;
  /** `spec.match` of a gator suite's Constraint, which stands in for the policy's own. */
  readonly constraintMatch?: JsonObject;
  /** Whether the policy has to look at the object, so that one it leaves aside is no pass. */
  readonly mustMatch?: boolean;
  /** What a Kyverno Test gives in place of a context. */
  readonly variables?: Variables;
  readonly diagnostics: readonly Diagnostic[];
}

/** The request of a case, and whether it is evaluated as the API server would send it, or as it is written. */
export interface FixtureSource {
  /**
   * Told the policy's kinds, because only they know the scope of a custom resource, and what documents look like.
   * `undefined` where something was reported instead.
   */
  readonly fixture: (kinds: readonly ResourceKind[], collector: Collector) => Fixture | undefined;
  readonly evaluated: "as-admitted" | "raw";
}

export interface GivenParams {
  readonly values: Params;
  readonly locate: (path: JsonPath) => Span;
  /** Whether `values` are all there is, as in a Constraint, or override the author's defaults. */
  readonly complete: boolean;
}

/** A message that is awaited: a part of the text, or `/a regular expression/`. */
export interface Pattern {
  readonly written: string;
  readonly matches: (message: string) => boolean;
}

export type Expectation =
  | { readonly kind: "allow" }
  /** Without messages any will do; with them, each is said, and nothing else. */
  | { readonly kind: "deny"; readonly count?: number; readonly messages?: readonly Pattern[] }
  /** What no policy of ours can do. */
  | { readonly kind: "never"; readonly because: string }
  /** gator's: how many of the violations match the message. */
  | { readonly kind: "violations"; readonly wanted: "yes" | "no" | number; readonly message?: Pattern };

/** Reads a file as text; `undefined` where there is none. */
export type ReadText = (path: string) => string | undefined;
