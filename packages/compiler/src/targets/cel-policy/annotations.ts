import type { Json, Policy } from "@policyc/ir";
import { commonAnnotations } from "../headers.js";

/** The annotations of Kyverno's own library, which its reports and catalogues read. */
export function kyvernoAnnotations(policy: Policy): { readonly [name: string]: Json } {
  return {
    "policies.kyverno.io/title": policy.title,
    "policies.kyverno.io/severity": policy.severity,
    "policies.kyverno.io/subject": [...new Set(policy.match.kinds.map((kind) => kind.kind))].join(", "),
    "policies.kyverno.io/description": policy.description,
    ...commonAnnotations(policy),
  };
}
