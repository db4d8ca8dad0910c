import type { Span } from "@policyc/diagnostics";
import type { Binder, Expr } from "./expression.js";
import type { Json, JsonSchema } from "./json.js";
import type { ResourceKind } from "./resource-kind.js";
import type { Stream } from "./stream.js";

export type Severity = "low" | "medium" | "high" | "critical";
export type Level = "low" | "medium" | "high";
export type Operation = "CREATE" | "UPDATE" | "DELETE" | "CONNECT";

/** What adopting a policy takes and brings. */
export interface Rollout {
  /** How hard it is to adopt. */
  readonly difficulty: Level;
  /** The security effect. */
  readonly effect: Level;
  /** The operational load that stays. */
  readonly load: Level;
}

export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: "In" | "NotIn" | "Exists" | "DoesNotExist";
    readonly values?: readonly string[];
  }[];
}

/** Which requests a policy sees. Namespaces may hold `*` at either end. */
export interface Match {
  readonly kinds: readonly ResourceKind[];
  readonly operations: readonly Operation[];
  readonly namespaces?: readonly string[];
  readonly excludedNamespaces?: readonly string[];
  readonly labelSelector?: LabelSelector;
  readonly namespaceSelector?: LabelSelector;
}

export interface Parameters {
  /** `type: object`, with the fields of the author's type. */
  readonly schema: JsonSchema;
  /** The author's values; `policyc.yaml` overrides them field by field. */
  readonly defaults: { readonly [name: string]: Json };
}

/** A named function of the author or of the SDK: an expression, or a stream for a generator. */
export interface FunctionIR {
  readonly name: string;
  /** The first sentences of its JSDoc. */
  readonly doc?: string;
  readonly params: readonly Binder[];
  readonly body:
    | { readonly kind: "value"; readonly value: Expr }
    | { readonly kind: "stream"; readonly stream: Stream };
  readonly span: Span;
}

/** The names of a policy in Kyverno, and the parameters that stand in for its context variables. */
export interface KyvernoNames {
  readonly policy?: string;
  readonly rule?: string;
  readonly context?: Readonly<Record<string, string>>;
}

/** One policy, complete: what every target is made from. */
export interface Policy {
  /** Kebab-case; the name of the emitted Kyverno and VAP objects and of the output files. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  /** Control identifiers, `<framework>-<version>/<section>`. */
  readonly controls: readonly string[];
  readonly rollout?: Rollout;
  /** Policies that find, together, whatever this one finds with its defaults. */
  readonly coveredBy?: readonly string[];
  /** What only its users know, and its defaults do not. */
  readonly needs?: string;
  readonly rationale?: string;
  readonly remediation?: string;
  readonly match: Match;
  readonly params: Parameters;
  /** The ConstraintTemplate's kind. */
  readonly constraintKind: string;
  /** What Kyverno calls it; absent where that is `name` for the policy and its one rule. */
  readonly kyverno?: KyvernoNames;
  /** The oldest Kubernetes the author asks for, e.g. `1.30`. */
  readonly minKubernetes?: string;
  /** Why a target cannot have the policy, by the target's name. */
  readonly unreachable?: { readonly [target: string]: string };
  /** In order of first use; a function comes after those that it calls. No recursion. */
  readonly functions: readonly FunctionIR[];
  readonly body: Stream;
  readonly span: Span;
}
