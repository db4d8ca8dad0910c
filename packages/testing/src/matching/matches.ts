import type { Deployment } from "@policyc/compiler";
import type { Match } from "@policyc/ir";
import type { AdmissionRequest } from "../fixtures/request.js";
import type { Reason, Subject } from "./criterion.js";
import { exempt } from "./exemptions.js";
import { outsideKinds } from "./kinds.js";
import { outsideLabels, outsideNamespaceLabels } from "./labels.js";
import { inExcludedNamespace, outsideNamespaces } from "./namespaces.js";
import { outsideOperations } from "./operations.js";

/** What a deployment leaves out, beside the policy's own match. */
export type Exclusions = Pick<Deployment, "excludedNamespaces" | "exemptions">;

export type Applicable = { readonly matches: true } | { readonly matches: false; readonly because: string };

/**
 * Whether a policy looks at a request: the reference meaning of `match`. As in Kubernetes and Gatekeeper it is enough
 * that the object or the old object fits, so that an update cannot escape by removing a label. Exemptions are about the object as it is to be.
 */
export function matches(match: Match, request: AdmissionRequest, exclusions?: Exclusions): Applicable {
  const objects = [request.object, request.oldObject].filter((object) => object !== undefined);
  const [current] = objects;
  const exemption =
    current === undefined ? undefined : exempt({ request, object: current }, exclusions?.exemptions ?? []);
  if (exemption !== undefined) return { matches: false, because: exemption };
  const reasons = objects.map((object) => reasonAgainst(match, { request, object }, exclusions));
  const [because] = reasons;
  if (reasons.includes(undefined)) return { matches: true };
  return { matches: false, because: because ?? "the request has no object" };
}

function reasonAgainst(match: Match, subject: Subject, exclusions: Exclusions | undefined): Reason {
  return (
    outsideKinds(subject, match.kinds) ??
    outsideOperations(subject, match.operations) ??
    outsideNamespaces(subject, match.namespaces ?? []) ??
    inExcludedNamespace(subject, [
      ...(match.excludedNamespaces ?? []),
      ...(exclusions?.excludedNamespaces ?? []),
    ]) ??
    (match.labelSelector === undefined ? undefined : outsideLabels(subject, match.labelSelector)) ??
    (match.namespaceSelector === undefined
      ? undefined
      : outsideNamespaceLabels(subject, match.namespaceSelector))
  );
}
