import type { Json, Policy } from "@policyc/ir";
import { selector } from "../selector.js";
import { resourceRules } from "./conditions.js";

/** `matchConstraints` of ValidatingPolicy and ValidatingAdmissionPolicy alike. */
export function matchConstraints(policy: Policy): { readonly [field: string]: Json } {
  const { labelSelector, namespaceSelector } = policy.match;
  return {
    resourceRules: resourceRules(policy),
    ...(labelSelector === undefined ? {} : { objectSelector: selector(labelSelector) }),
    ...(namespaceSelector === undefined ? {} : { namespaceSelector: selector(namespaceSelector) }),
  };
}
