import { textAt } from "../fixtures/json.js";
import type { Reason, Subject } from "./criterion.js";
import { globMatches } from "./glob.js";

/** Gatekeeper's `IsNamespace`: a Namespace is in itself. */
export function isNamespace({ request }: Pick<Subject, "request">): boolean {
  return request.kind.group === "" && request.kind.kind === "Namespace";
}

/** The namespace an object is in, a Namespace itself by its name; `undefined` for what is cluster-scoped. */
export function namespaceOf(subject: Subject): string | undefined {
  const { request, object } = subject;
  if (isNamespace(subject)) return textAt(object, "metadata", "name") ?? request.name;
  const name =
    textAt(request.namespaceObject, "metadata", "name") ??
    request.namespace ??
    textAt(object, "metadata", "namespace");
  return name === "" ? undefined : name;
}

/** Namespaces do not filter cluster-scoped objects. */
export function outsideNamespaces(subject: Subject, patterns: readonly string[]): Reason {
  const name = namespaceOf(subject);
  if (patterns.length === 0 || name === undefined || patterns.some((pattern) => globMatches(pattern, name)))
    return undefined;
  return `namespace \`${name}\` is not among those the policy looks at`;
}

export function inExcludedNamespace(subject: Subject, patterns: readonly string[]): Reason {
  const name = namespaceOf(subject);
  if (name === undefined || !patterns.some((pattern) => globMatches(pattern, name))) return undefined;
  return `namespace \`${name}\` is excluded`;
}
