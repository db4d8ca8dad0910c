import { type Violation, violation } from "@policyc/sdk";
import type { SignerIdentity } from "./cluster-image-policy.js";

/** Of an account that may be anybody's, or anybody's who is known to some provider. */
export function* unnamed(policy: string, identity: SignerIdentity): Iterable<Violation> {
  const { subject = "", subjectRegExp = "", issuer = "", issuerRegExp = "" } = identity;
  if (!isNarrow(subject, subjectRegExp))
    yield violation(`${policy} takes the signature of any subject`, identity);
  if (!isNarrow(issuer, issuerRegExp))
    yield violation(`${policy} takes the signature of any issuer`, identity);
}

/** Stars alone are anybody for Kyverno, and nobody's name elsewhere; `.*`, `^.+$` and nothing at all are anybody. */
function isNarrow(text: string, expression: string): boolean {
  return !/^\**$/.test(text) || !/^\^?(\.[*+]?)*\$?$/.test(expression);
}
