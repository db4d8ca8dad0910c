import { inventory, parameters, policy, violation } from "@policyc/sdk";
import {
  AuthorizationPolicy,
  type AuthorizationRule,
  isDryRun,
} from "../../modules/istio/authorization-policy.js";
import { RequestAuthentication } from "../../modules/istio/request-authentication.js";
import { readsOthers } from "../../modules/unreachable.js";

interface Params {
  /** Istio's root namespace, whose policies are for the whole mesh. */
  rootNamespace: string;
}

export default policy({
  name: "tokens-required",
  title: "Tokens that are checked are also asked for",
  description:
    "Where a RequestAuthentication of Istio checks tokens, an AuthorizationPolicy for the same workloads must ask for one: by `requestPrincipals`, a condition on `request.auth`, or an authorizer of its own.",
  rationale:
    "A RequestAuthentication refuses tokens that are wrong, and lets requests pass that have none: alone it keeps nobody out who leaves the header away.",
  remediation:
    'Add an AuthorizationPolicy with `action: DENY` and `notRequestPrincipals: ["*"]`, or name `requestPrincipals` in the rules that allow.',
  severity: "high",
  controls: [
    "NIST-800-53-5/AC-3",
    "NIST-800-53-5/IA-2",
    "NSA-CISA-1.2/authentication",
    "OWASP-K8S-2022/K06",
    "OWASP-K8S-2025/K09",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [RequestAuthentication],
  gatekeeper: { kind: "IstioTokensRequired" },
  unreachable: readsOthers,
  params: parameters<Params>({ rootNamespace: "istio-system" }),
  *check({ object, params }) {
    if ((object.spec?.jwtRules ?? []).length === 0) return;
    const own = object.metadata.namespace ?? "";
    const root = params.rootNamespace;
    const asking = inventory(AuthorizationPolicy).filter(asksForTokens);
    const isAsked = asking.some((one) => {
      const namespace = one.metadata.namespace ?? "";
      return (namespace === own || namespace === root || own === root) && isForSame(one, object);
    });
    if (!isAsked)
      yield violation(
        `RequestAuthentication <${object.metadata.name}> lets requests pass that have no token: no AuthorizationPolicy asks for one`,
        object.spec,
      );
  },
});

/** An authorizer outside the mesh may ask for anything. */
function asksForTokens(one: AuthorizationPolicy): boolean {
  return !isDryRun(one) && (one.spec?.action === "CUSTOM" || (one.spec?.rules ?? []).some(readsToken));
}

function readsToken({ from, when }: AuthorizationRule): boolean {
  return (
    (when ?? []).some(({ key }) => key.startsWith("request.auth.")) ||
    (from ?? []).some(
      ({ source }) =>
        (source?.requestPrincipals ?? []).length > 0 || (source?.notRequestPrincipals ?? []).length > 0,
    )
  );
}

/** Does it hold where tokens are checked: everywhere, for the same labels or fewer, or for the same gateway or Service? */
function isForSame({ spec }: AuthorizationPolicy, { spec: checked = {} }: RequestAuthentication): boolean {
  const labels = checked.selector?.matchLabels ?? {};
  const targets = namesOf(checked);
  // One for a whole namespace is often asked about by many, each for its workload.
  if (Object.keys(labels).length === 0 && targets.length === 0) return true;
  const asked = namesOf(spec ?? {});
  return asked.length > 0
    ? asked.some((target) => targets.includes(target))
    : Object.entries(spec?.selector?.matchLabels ?? {}).every(([label, value]) => labels[label] === value);
}

interface Targeted {
  targetRef?: { name: string };
  targetRefs?: { name: string }[];
}

function namesOf({ targetRef, targetRefs = [] }: Targeted): string[] {
  return [...(targetRef === undefined ? [] : [targetRef]), ...targetRefs].map(({ name }) => name);
}
