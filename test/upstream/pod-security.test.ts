import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { emitPolicies, loadPolicies } from "@policyc/compiler";
import { Collector } from "@policyc/diagnostics";
import { findEngine } from "@policyc/engine";
import {
  agreement,
  celEvaluator,
  type Evaluator,
  importPolicy,
  javascriptEvaluator,
  type Manifest,
  opaEvaluator,
  parseManifests,
  requestOf,
  wasmEvaluator,
} from "@policyc/testing";
import { describe, expect, it } from "vitest";

/** The pods that Kubernetes tests its own Pod Security admission with. */
const root = join(import.meta.dirname, "../..");
const upstream = process.env["POLICYC_UPSTREAM"] ?? join(root, "../shared/upstream");
const fixtures = join(upstream, "pod-security-admission");
const kubernetes = "1.30";

const pack = join(root, "policies/pod-security");
const levels = ["baseline", "restricted"] as const;
const collector = new Collector();
const sources = loadPolicies({
  root,
  files: levels.map((level) => `policies/pod-security/pod-security-${level}/policy.ts`),
  collector,
});

const present = existsSync(fixtures) ? fixtures : undefined;
const missing = [
  ...(present === undefined ? [`without ${fixtures}`] : []),
  ...(findEngine() === undefined ? ["where the engine is not built"] : []),
];
const skipped = missing.length === 0 ? "" : ` (skipped ${missing.join(" and ")})`;

describe.skipIf(missing.length > 0)(
  `Kubernetes' own fixtures of the Pod Security Standards${skipped}`,
  () => {
    for (const level of levels) {
      for (const version of present === undefined ? [] : readdirSync(join(present, level)).sort()) {
        it(`${level} ${version}: every engine lets in what passes and refuses what fails`, async () => {
          const ask = await asking(level, version);
          const verdicts = { pass: pods(level, version, "pass"), fail: pods(level, version, "fail") };
          expect(verdicts.pass.filter((pod) => !ask(pod)).map(nameOf)).toEqual([]);
          expect(verdicts.fail.filter((pod) => ask(pod)).map(nameOf)).toEqual([]);
          expect(Math.min(verdicts.pass.length, verdicts.fail.length)).toBeGreaterThan(5);
        });
      }
    }
  },
);

describe.skipIf(present === undefined)(`the controls one by one${skipped}`, () => {
  for (const level of levels) {
    it(`let in together what ${level} lets in, at every version`, async () => {
      const controls = await Promise.all(controlsOf(level).map((name) => predicate(name)));
      for (const version of readdirSync(join(fixtures, level)).sort()) {
        const blames = (pod: Manifest) => controls.filter((denies) => denies(pod, version)).length;
        expect(
          pods(level, version, "pass")
            .filter((pod) => blames(pod) > 0)
            .map(nameOf),
        ).toEqual([]);
        expect(
          pods(level, version, "fail")
            .filter((pod) => blames(pod) === 0)
            .map(nameOf),
        ).toEqual([]);
      }
    });
  }
});

/** Restricted asks for what Baseline asks for, and more. */
function controlsOf(level: (typeof levels)[number]): readonly string[] {
  const prefixes = level === "baseline" ? ["baseline-"] : ["baseline-", "restricted-"];
  return readdirSync(pack).filter((name) => prefixes.some((prefix) => name.startsWith(prefix)));
}

/** The predicate in Node: that the engines agree with it is what the suites show. */
async function predicate(name: string): Promise<(pod: Manifest, version: string) => boolean> {
  const { evaluate } = javascriptEvaluator(await importPolicy(join(pack, name, "policy.ts")));
  return (pod, version) => !evaluate({ request: requestOf(pod, {}).request, params: { version } }).allowed;
}

const nameOf = ({ object }: Manifest): string => JSON.stringify(object["metadata"]);

function pods(level: string, version: string, outcome: "pass" | "fail"): readonly Manifest[] {
  const path = join(fixtures, level, version, `${outcome}.yaml`);
  const own = new Collector();
  const manifests = parseManifests(readFileSync(path, "utf8"), path, own);
  expect(own.diagnostics).toEqual([]);
  return manifests;
}

/** Whether the level at this version lets a pod in. Throws where the engines do not say the same. */
async function asking(level: string, version: string): Promise<(pod: Manifest) => boolean> {
  const params = { version };
  const evaluators = await evaluatorsOf(level, params);
  return (pod) => {
    const { request } = requestOf(pod, {});
    const verdicts = evaluators.map(({ engine, evaluate }) => ({
      engine,
      verdict: evaluate({ request, params }),
    }));
    expect(agreement(verdicts)).toEqual({ agrees: true });
    return verdicts.every(({ verdict }) => verdict.allowed);
  };
}

async function evaluatorsOf(level: string, params: { version: string }): Promise<readonly Evaluator[]> {
  const source = sources.find(({ policy }) => policy.name === `pod-security-${level}`);
  if (source === undefined) throw new Error(`no policy for the level ${level}`);
  const deployment = {
    stage: "enforce",
    params,
    excludedNamespaces: [],
    exemptions: [],
    minKubernetes: kubernetes,
  } as const;
  const own = new Collector();
  const files = emitPolicies({
    deployments: [{ ...source, deployment, targets: ["gatekeeper", "vap"] }],
    collector: own,
  });
  expect(own.diagnostics).toEqual([]);
  const { match, name, constraintKind } = source.policy;
  return [
    javascriptEvaluator(await importPolicy(join(root, source.file)), { match }),
    await wasmEvaluator(files, constraintKind),
    await opaEvaluator(files, constraintKind),
    await celEvaluator(files, name, kubernetes),
  ];
}
