import type { Dist } from "./dist.js";
import type { UpstreamSuite } from "./upstream/upstream.js";

/** A suite that others wrote, and the policy of ours that answers for its template. */
export interface Pair {
  readonly suite: UpstreamSuite;
  readonly policy: string;
  /** The file with our ConstraintTemplate. */
  readonly template: string;
}

export interface Pairing {
  readonly pairs: readonly Pair[];
  /** Suites whose template we do not emit. */
  readonly unanswered: readonly UpstreamSuite[];
}

export function pairSuites(dist: Dist, suites: readonly UpstreamSuite[]): Pairing {
  const ours = new Map(dist.gatekeeper.map((one) => [one.templateName, one]));
  const pairs = suites.flatMap((suite) => {
    const policy = ours.get(suite.template);
    return policy === undefined ? [] : [{ suite, policy: policy.policy, template: policy.template }];
  });
  return { pairs, unanswered: suites.filter((suite) => !ours.has(suite.template)) };
}
