import type { Collector } from "@policyc/diagnostics";
import {
  type PolicyUnderTest,
  type RunOptions,
  runSuites,
  type Suite,
  type TestResult,
} from "@policyc/testing";

export interface VersionedRun extends RunOptions {
  /** The Kubernetes that a policy needs at least; absent where `kubernetes` does. */
  readonly needs: (policy: PolicyUnderTest) => string | undefined;
  /** Gets what the cases have against their input. */
  readonly collector: Collector;
}

/** Runs the suites, each policy's CEL compiled for the Kubernetes that the policy needs. */
export async function runByVersion(
  suites: readonly Suite[],
  policies: readonly PolicyUnderTest[],
  { needs, collector, ...options }: VersionedRun,
): Promise<readonly TestResult[]> {
  const versionOf = (policy: PolicyUnderTest): string => needs(policy) ?? options.kubernetes;
  // The general one comes first: it also tells of cases whose policy does not exist.
  const versions = [...new Set([options.kubernetes, ...policies.map(versionOf)])];
  const results: TestResult[] = [];
  for (const [index, kubernetes] of versions.entries()) {
    const own = new Set(
      policies.filter((policy) => versionOf(policy) === kubernetes).map(({ name }) => name),
    );
    const select: RunOptions["select"] = (one, policy) =>
      own.has(policy.name) && options.select?.(one, policy) !== false;
    const found = await runSuites(suites, policies, { ...options, kubernetes, select });
    results.push(...found.filter(({ policy }) => index === 0 || own.has(policy)));
  }
  collector.reportAll(results.flatMap((result) => result.diagnostics));
  return results;
}
