import { isDeepStrictEqual } from "node:util";
import { inventoriesOf, type ResourceKind } from "@policyc/ir";
import { kubernetesApi } from "@policyc/kinds";
import { kindOf } from "../documents.js";
import { at, textOf } from "../json.js";
import { libraryPolicies } from "../library/library.js";
import type { Verdict } from "../outcome.js";
import { subjectOf } from "../upstream/review.js";
import type { UpstreamCase } from "../upstream/upstream.js";
import type { KyvernoTarget } from "./kyverno-target.js";

/** Why the CLI finds that an object is of no kind of the policy, which an API server would convert to one of them. */
export function conversionLimit(one: UpstreamCase, policy: string): string | undefined {
  const subject = subjectOf(one.review) ?? {};
  const version = textOf(at(subject, "apiVersion"));
  const kinds = libraryPolicies().get(policy)?.policy.match.kinds ?? [];
  const same = kinds.filter(
    ({ group, kind }) => kind === kindOf(subject) && version.startsWith(`${group}/`) && group !== "",
  );
  const known = same.some((kind) => version === `${kind.group}/${kind.version}`);
  return same.length === 0 || known
    ? undefined
    : `the CLI converts no \`${version}\` to the version of the policy`;
}

/** Why the CLI cannot be asked about custom resources; `undefined` where none are in play, or it finds them. */
export function customResourceLimit(
  one: UpstreamCase,
  policy: string,
  target: KyvernoTarget,
): string | undefined {
  if (target === "kyverno") return undefined;
  if (listedKinds(policy).some((kind) => !isBuiltIn(kind)))
    return "the CLI's context takes no custom resources, and lists none without them";
  const subject = kindOf(subjectOf(one.review) ?? {});
  const declared = libraryPolicies()
    .get(policy)
    ?.policy.match.kinds.find(({ kind }) => kind === subject);
  return declared === undefined || isBuiltIn(declared) || declared.plural === guessedPlural(subject)
    ? undefined
    : `the CLI takes \`${guessedPlural(subject)}\` for the plural of ${subject}`;
}

/** The kinds that a policy of the library lists. */
export function listedKinds(policy: string): readonly ResourceKind[] {
  const source = libraryPolicies().get(policy);
  return source === undefined ? [] : inventoriesOf(source.policy).map(({ resource }) => resource);
}

function isBuiltIn({ group, kind }: ResourceKind): boolean {
  return kubernetesApi().kinds.some((known) => known.group === group && known.kind === kind);
}

/** As `meta.UnsafeGuessKindToResource` of k8s.io/apimachinery does. */
function guessedPlural(kind: string): string {
  const singular = kind.toLowerCase();
  if (singular.endsWith("s")) return `${singular}es`;
  return singular.endsWith("y") ? `${singular.slice(0, -1)}ies` : `${singular}s`;
}

/** Why `kyverno apply` cannot be asked this case; `undefined` where it can. */
export function kyvernoLimit(one: UpstreamCase, target: KyvernoTarget, yaml: string): string | undefined {
  const { operation, object, oldObject, subResource } = one.review;
  if (!["CREATE", "UPDATE", "DELETE"].includes(operation)) return `the CLI has no operation ${operation}`;
  if (subResource !== undefined && subResource !== "") return "the CLI reviews no sub-resources";
  if (one.unconverted !== undefined)
    return `the CLI converts no \`${one.unconverted}\` to the version of the policy`;
  if (operation === "UPDATE" && oldObject !== undefined && !isDeepStrictEqual(object, oldObject)) {
    return "on UPDATE the CLI takes the object itself for the old object";
  }
  if (target === "kyverno-vpol" && /^ {4}namespaceSelector:/m.test(yaml)) return NO_NAMESPACE;
  if (one.inventory.length > 0 && target === "kyverno") {
    return "the CLI gives a ClusterPolicy's CEL no other objects";
  }
  const namespaced = one.inventory.some((other) => at(other, "metadata", "namespace") !== undefined);
  if (namespaced && LISTS_ALL_NAMESPACES.test(yaml)) {
    return "the CLI's `resource.List` over all namespaces finds only objects without a namespace";
  }
  return undefined;
}

/** Why the CLI's answer about a program of our own tests proves nothing. */
export function languageLimit(target: KyvernoTarget, yaml: string, verdict: Verdict): string | undefined {
  if (target === "kyverno" && /request\.\??resource/.test(yaml))
    return "the CLI gives a ClusterPolicy's CEL no resource";
  if (target === "kyverno-vpol" && /\bnamespaceObject\b/.test(yaml)) return NO_NAMESPACE;
  // Its fake cluster holds what encoding/json reads (pkg/utils/kube/unstructured.go), a cluster's objects have ints.
  return verdict.kind === "error" && /no such overload\b/.test(verdict.message)
    ? "the CLI reads the numbers of an object as doubles"
    : undefined;
}

const NO_NAMESPACE = "the CLI knows no Namespace of an object";
// Kyverno's fake context keeps objects by namespace and looks under the very name that it is given.
const LISTS_ALL_NAMESPACES = /resource\.List\([^()]*,\s*(?:""|'')/;
