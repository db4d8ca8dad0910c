import type { Operation } from "./admission.js";
import type { Kind } from "./kind.js";
import type { LabelSelector } from "./kinds/meta.js";

/**
 * Which requests a policy looks at. What is left out does not restrict.
 *
 * @example
 * match: { kinds: [Pod], operations: ["CREATE"], excludedNamespaces: ["kube-*"] }
 */
export interface Match<K extends readonly Kind<unknown>[]> {
  readonly kinds: K;
  /** Default: CREATE and UPDATE; CONNECT for the options of `exec` and the like. */
  readonly operations?: readonly Operation[];
  /** Only these namespaces; `*` at either end is a wildcard. */
  readonly namespaces?: readonly string[];
  readonly excludedNamespaces?: readonly string[];
  readonly labelSelector?: Fixed<LabelSelector>;
  readonly namespaceSelector?: Fixed<LabelSelector>;
}

/** What is written down and never changed, so that it may be `as const`. */
type Fixed<T> = T extends object ? { readonly [Field in keyof T]: Fixed<T[Field]> } : T;
