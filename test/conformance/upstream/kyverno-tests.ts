import type { SourcePolicy } from "@policyc/compiler";
import { type AdmissionRequest, inContext, policyNamed, type SuiteCase } from "@policyc/testing";
import {
  type KyvernoSuite,
  kyvernoPolicies,
  kyvernoSuites,
  reasonToSkip,
} from "../../upstream/kyverno/suites.js";
import { type JsonObject, objectOf } from "../json.js";
import { requestOf } from "../library/own-suites.js";
import type { Pair } from "../pairs.js";
import type { Review } from "./review.js";
import type { UpstreamCase, UpstreamTest } from "./upstream.js";

/** Kyverno's own tests, and the policies of ours that they are about, by name. */
export interface KyvernoTests {
  readonly policies: ReadonlyMap<string, SourcePolicy>;
  readonly pairs: readonly Pair[];
}

/** What test/upstream asks our engines, for the real ones. Nothing where Kyverno's tests are missing. */
export async function kyvernoTests(): Promise<KyvernoTests> {
  const suites = kyvernoSuites().filter((one) => reasonToSkip(one) === undefined);
  const sources = suites.length === 0 ? [] : kyvernoPolicies();
  const pairs: Pair[] = [];
  for (const suite of suites) pairs.push(...(await pairsOf(suite, sources)));
  return { policies: new Map(sources.map((source) => [source.policy.name, source])), pairs };
}

/** A pair for each policy that the suite is about: a test with several rules is about several. */
async function pairsOf(
  { name, suite }: KyvernoSuite,
  sources: readonly SourcePolicy[],
): Promise<readonly Pair[]> {
  const tests = new Map<SourcePolicy, Map<string, UpstreamCase[]>>();
  for (const [index, one] of suite.cases.entries()) {
    const source = sourceOf(one, sources);
    const { policy } = source;
    const asked = inContext(one, { ...policy, parameters: policy.params });
    const params = JSON.stringify({ ...policy.params.defaults, ...asked.params.values });
    const own = tests.get(source) ?? new Map<string, UpstreamCase[]>();
    const cases = own.get(params) ?? [];
    const caseName = `kyverno/${name}/${index + 1} ${one.name}`;
    cases.push(await upstreamCase(caseName, asked, source));
    tests.set(source, own.set(params, cases));
  }
  return [...tests].map(([{ policy }, own]) => ({
    policy: policy.name,
    template: "",
    suite: { name: `kyverno/${name}`, folder: "", template: policy.name, tests: [...own].map(upstreamTest) },
  }));
}

function upstreamTest([params, cases]: readonly [string, readonly UpstreamCase[]]): UpstreamTest {
  const parameters: JsonObject = objectOf(JSON.parse(params));
  return { name: cases[0]?.name ?? "", parameters, match: {}, cases };
}

function sourceOf(one: SuiteCase, sources: readonly SourcePolicy[]): SourcePolicy {
  if (one.policy.kind !== "kyverno") throw new Error(`${one.name} is no result of a Kyverno Test`);
  const named = policyNamed(
    one.policy,
    sources.map((source) => ({ ...source.policy, source })),
  );
  if (!("policy" in named)) throw new Error(`${one.name}: ${named.because}`);
  return named.policy.source;
}

async function upstreamCase(name: string, one: SuiteCase, source: SourcePolicy): Promise<UpstreamCase> {
  const denied = one.expectations.some(({ kind }) => kind === "deny");
  const request = await requestOf(one, source);
  const { operation, object, oldObject, userInfo, subResource } = request;
  const review: Review = {
    operation: operation ?? "CREATE",
    object,
    oldObject,
    userInfo:
      userInfo === undefined
        ? undefined
        : { username: userInfo.username ?? "", uid: userInfo.uid, groups: userInfo.groups ?? [] },
    subResource,
  };
  return {
    name,
    review,
    inventory: [],
    expects: { verdict: denied ? "denied" : "allowed", messages: [] },
    mustBeAsked: one.mustMatch === true,
    ...unconverted(request, source),
  };
}

function unconverted(
  { kind: { group, version, kind } }: AdmissionRequest,
  { policy }: SourcePolicy,
): Pick<UpstreamCase, "unconverted"> {
  const named = policy.match.kinds.filter((one) => one.group === group && one.kind === kind);
  const isNamed = named.length === 0 || named.some((one) => one.version === version);
  return isNamed ? {} : { unconverted: `${group}/${version}` };
}
