import { Collector } from "@policyc/diagnostics";
import { parseManifests, requestOf } from "@policyc/testing";
import fc from "fast-check";
import type { Construct } from "../language/constructs/construct.js";
import { constructs } from "../language/constructs/index.js";
import { pods } from "../language/pods.js";
import { constructModule } from "../language/support/construct-module.js";
import { startNativeEngine } from "./engine/native.js";
import { casesOf } from "./objects/cases.js";
import type { Asked } from "./objects/requests.js";
import { type Divergence, runBatch } from "./run/batch.js";
import { optionsOf } from "./run/options.js";
import { accepted } from "./run/pairs.js";
import { finish, progressOf } from "./run/progress.js";
import { fillings } from "./variants/fillings.js";
import { variantsOf } from "./variants/variant.js";

/**
 * Every construct of the language, changed by chance, about random pods on all engines: `pnpm fuzz:constructs --each 2
 * --seed 7`. A fault may be in what two constructs mean together, where each alone is tested. Then as many programs again
 * that fill sets, maps and lists.
 */
const values = optionsOf({
  each: { type: "string", default: "2" },
  seed: { type: "string", default: String(Date.now() % 1_000_000) },
  objects: { type: "string", default: "40" },
  only: { type: "string", default: "" },
});
const seed = Number(values.seed);
const together = 40;

const { engine, stop } = startNativeEngine();
const progress = progressOf();
const requests = [...randomRequests(), ...writtenRequests()];
for (const [params, variants] of byParameters())
  for (let from = 0; from < variants.length; from += together)
    await run(variants.slice(from, from + together), JSON.parse(params));
stop();
finish(progress, seed);

async function run(variants: readonly Construct[], params: NonNullable<Construct["params"]>): Promise<void> {
  const sources = variants.map((variant, at) => ({
    name: `p${at}`,
    text: constructModule(variant, `p${at}`, variant.minKubernetes),
  }));
  const result = await runBatch({ sources, requests, params, engine, times: progress.times });
  progress.add(variants.length, result);
  process.stderr.write(`${progress.line()}\n`);
  for (const divergence of result.divergences)
    process.stdout.write(report(divergence, variants[Number(divergence.name.slice(1))]));
}

function report({ kind, text, request }: Divergence, variant: Construct | undefined): string {
  const object = request === undefined ? "" : `${JSON.stringify(requests[request]?.request)}\n`;
  return `\n${kind}: ${variant?.says}\n${text}\n${variant?.module ?? ""}\n${variant?.body}\n${object}`;
}

/** Those of a batch have the same parameters. */
function byParameters(): ReadonlyMap<string, readonly Construct[]> {
  const isWanted = ({ says }: Construct): boolean => new RegExp(values.only).test(says);
  const variants = constructs
    .filter(isWanted)
    .flatMap((construct, at) =>
      fc.sample(variantsOf(construct), { seed: seed * 10_000 + at, numRuns: Number(values.each) }),
    );
  const filling = fc.sample(fillings, { seed, numRuns: constructs.length * Number(values.each) });
  const groups = new Map<string, Construct[]>();
  for (const variant of [...variants, ...filling.filter(isWanted)]) {
    const key = JSON.stringify(variant.params ?? {});
    groups.set(key, [...(groups.get(key) ?? []), variant]);
  }
  return groups;
}

function randomRequests(): readonly (Asked | undefined)[] {
  const cases = fc.sample(casesOf("Pod", { bmpOnly: true }), { seed, numRuns: Number(values.objects) });
  return cases.map((one) => accepted(one, engine));
}

/** The pods of the tests of the language. */
function writtenRequests(): readonly Asked[] {
  return parseManifests(pods, "pods.yaml", new Collector()).map((one) => ({
    request: requestOf(one, {}).request,
    inventory: [],
  }));
}
