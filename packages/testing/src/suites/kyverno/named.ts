import type { PolicyUnderTest } from "../policy-under-test.js";

type Names = Pick<PolicyUnderTest, "name" | "kyverno">;

/** The policy that a result of a Kyverno Test is about, or why there is none. */
export type Named<P extends Names = PolicyUnderTest> = { readonly policy: P } | { readonly because: string };

/**
 * Finds it by the two names that Kyverno's reports have: the policy's and its rule's. Neither may be wrong, where
 * Kyverno's command line passes a rule that does not exist as `Excluded`.
 */
export function policyNamed<P extends Names>(
  { policy, rule }: { readonly policy: string; readonly rule: string | undefined },
  policies: readonly P[],
): Named<P> {
  const rules = policies.filter((one) => isCalled(one, policy));
  if (rules.length === 0) return { because: `no policy of this project is called \`${policy}\`` };
  const found = rules.filter((one) => rule === undefined || ruleName(one) === rule);
  const [only, second] = found;
  if (only !== undefined && second === undefined) return { policy: only };
  const names = rules.map((one) => `\`${ruleName(one)}\``).join(", ");
  return {
    because:
      rule === undefined
        ? `\`${policy}\` has the rules ${names}; the result must say which`
        : `\`${policy}\` has no rule \`${rule}\`; it has ${names} (\`kyverno: { rule }\` in the policy)`,
  };
}

/** A Policy of a namespace is called `shop/require-labels` in a Test. */
function isCalled({ name, kyverno }: Names, policy: string): boolean {
  const called = kyverno?.policy ?? name;
  return policy === called || policy.endsWith(`/${called}`);
}

function ruleName({ name, kyverno }: Names): string {
  return kyverno?.rule ?? name;
}
