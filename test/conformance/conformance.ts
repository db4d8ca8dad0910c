import { join } from "node:path";
import { runApiServer } from "./apiserver.js";
import { type Dist, readDist } from "./dist.js";
import { emitOf } from "./emit.js";
import type { Emit } from "./emitted.js";
import { engineBinary, ensureEngines } from "./engines.js";
import { runGatekeeper } from "./gatekeeper.js";
import { runGator } from "./gator.js";
import { type KyvernoInput, runKyvernoCli } from "./kyverno-cli.js";
import { runKyvernoLanguage } from "./language/kyverno-language.js";
import { ownPrefix, writeOwnSuites } from "./library/own-suites.js";
import { type Matches, randomMatches } from "./matches/matches.js";
import type { EngineName, Outcome } from "./outcome.js";
import { type Pair, type Pairing, pairSuites } from "./pairs.js";
import { inParallel } from "./parallel.js";
import { withTemporaryFolder } from "./temporary.js";
import type { ToolName } from "./tools.js";
import { kyvernoTests } from "./upstream/kyverno-tests.js";
import { writePodSecuritySuites } from "./upstream/pod-security.js";
import { readUpstreamSuites, upstreamFolder } from "./upstream/upstream.js";

/** What can be asked for: `vap` stands for all that needs an API server. */
export const selections = [
  "gator",
  "kyverno",
  "kyverno-vpol",
  "vap",
  "gatekeeper",
  "kyverno-language",
] as const;
export type Selection = (typeof selections)[number];

/** Of these what is asked where nothing is said: the language takes long, and our own evaluators read as Kyverno does. */
export const usual: readonly Selection[] = selections.filter((name) => name !== "kyverno-language");

/** Those that need an API server of their own. */
const clusters: ReadonlySet<Selection> = new Set(["vap", "gatekeeper"]);

export interface ConformanceOptions {
  /** The folder with what the compiler emitted. */
  readonly dist: string;
  readonly only: readonly Selection[];
  readonly emit: Emit;
  /** The seed of random matches that are to be asked alone, without any suite. */
  readonly matches: number | undefined;
  readonly report: (line: string) => void;
}

/** Runs the wanted engines; what was left out is among the outcomes, by name. */
export async function runConformance(options: ConformanceOptions): Promise<readonly Outcome[]> {
  return withTemporaryFolder(async (folder) => {
    const matches = await randomMatches(join(folder, "matches"), options.matches ?? 1);
    const suites = options.matches === undefined ? await readSuites(options, join(folder, "suites")) : none;
    return runSelected(options, { ...suites, matches });
  });
}

interface Suites {
  readonly dist: Dist;
  readonly pairing: Pairing;
}

const none: Suites = {
  dist: { folder: "", gatekeeper: [], kyverno: [], kyvernoVpol: [], vap: [] },
  pairing: { pairs: [], unanswered: [] },
};

/** Those of others, and the library's own, which are written into the folder. */
async function readSuites({ dist: built, report }: ConformanceOptions, own: string): Promise<Suites> {
  const dist = await readDist(built);
  const folder = upstreamFolder();
  const upstream = await readUpstreamSuites(folder);
  if (upstream.length === 0) report(`no upstream suites in ${folder}: only the library's own are asked`);
  await writeOwnSuites(own, dist);
  await writePodSecuritySuites(own, dist);
  return { dist, pairing: pairSuites(dist, [...upstream, ...(await readUpstreamSuites(own))]) };
}

interface Asked extends Suites {
  readonly matches: Matches;
}

async function runSelected(
  { only, report, ...options }: ConformanceOptions,
  { dist, pairing, matches }: Asked,
): Promise<readonly Outcome[]> {
  const ours = pairing.pairs.map((pair) => withFewerParameters(pair, 1));
  const pairs = [...ours, ...matches.pairs];
  const emit: Emit = (policy, ...more) =>
    matches.has(policy) ? matches.emit(policy, ...more) : options.emit(policy, ...more);
  // The second ones are given by an edit.
  const parameterised = pairing.pairs.filter(isOwn).map((pair) => withFewerParameters(pair, 2));
  const engines = await ensureEngines(toolsFor(only), report);

  const runs = {
    gator: () =>
      runGator({
        gator: engineBinary(engines, "gator"),
        dist: { ...dist, gatekeeper: [...dist.gatekeeper, ...matches.gatekeeper] },
        pairs: [...pairing.pairs, ...matches.pairs],
        report,
      }),
    kyverno: () =>
      runKyverno({ kyverno: engineBinary(engines, "kyverno"), target: "kyverno", dist, pairs, emit, report }),
    "kyverno-vpol": () =>
      runKyverno({
        kyverno: engineBinary(engines, "kyverno"),
        target: "kyverno-vpol",
        dist,
        pairs,
        emit,
        report,
      }),
    "kyverno-language": () => runKyvernoLanguage({ kyverno: engineBinary(engines, "kyverno"), report }),
    vap: () => runApiServer({ engines, dist, pairs, parameterised, emit, report }),
    // Only what `build` wrote is applied.
    gatekeeper: () => runGatekeeper({ engines, dist, pairs: ours, report }),
  } satisfies { [Name in Selection]: () => Promise<readonly Outcome[]> };

  const answered = async (name: Selection): Promise<readonly Outcome[]> => {
    const started = performance.now();
    const own = await runs[name]();
    report(`${name}: ${own.length} cases in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    return name === "kyverno-language" ? own : [...own, ...unanswered(name, pairing)];
  };
  // An API server mostly waits, and a command-line tool mostly computes: the two fit beside each other.
  const lanes = [only.filter((name) => clusters.has(name)), only.filter((name) => !clusters.has(name))];
  const outcomes = await Promise.all(lanes.map((lane) => inParallel(lane, 1, answered)));
  return outcomes.flat(2);
}

/**
 * gator is asked everything. The slower engines are asked the library's own suites with the first parameters of each,
 * unless `POLICYC_CONFORMANCE=all`: other values are other literals in the same expressions.
 */
function withFewerParameters(pair: Pair, count: number): Pair {
  const { suite } = pair;
  if (process.env["POLICYC_CONFORMANCE"] === "all" || !isOwn(pair)) return pair;
  return { ...pair, suite: { ...suite, tests: suite.tests.slice(0, count) } };
}

function isOwn({ suite }: Pair): boolean {
  return suite.name.startsWith(ownPrefix);
}

/** The library's policies and suites, then Kyverno's own tests with the policies that are written for them. */
async function runKyverno(input: KyvernoInput): Promise<readonly Outcome[]> {
  const own = await runKyvernoCli(input);
  const { pairs, policies } = await kyvernoTests();
  const theirs = await runKyvernoCli({ ...input, dist: none.dist, pairs, emit: emitOf(() => policies) });
  return [...own, ...theirs];
}

function toolsFor(only: readonly Selection[]): readonly ToolName[] {
  const needs = {
    gator: ["gator"],
    kyverno: ["kyverno"],
    "kyverno-vpol": ["kyverno"],
    "kyverno-language": ["kyverno"],
    // The CRDs of Gatekeeper and Kyverno come from the modules, not from their binaries.
    vap: ["etcd", "kube-apiserver", "kube-controller-manager"],
    gatekeeper: ["etcd", "kube-apiserver", "kube-controller-manager", "gatekeeper-manager", "kubectl"],
  } as const satisfies { [Name in Selection]: readonly ToolName[] };
  return [...new Set(only.flatMap((name): readonly ToolName[] => needs[name]))];
}

function unanswered(engine: EngineName, { unanswered: suites }: Pairing): readonly Outcome[] {
  return suites.map((suite) => ({
    kind: "skipped",
    engine,
    policy: suite.template,
    case: suite.name,
    detail: `no emitted ConstraintTemplate is named ${suite.template}`,
  }));
}
