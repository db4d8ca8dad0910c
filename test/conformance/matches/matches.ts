import { rmSync } from "node:fs";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { emitPolicies, type SourcePolicy } from "@policyc/compiler";
import { Collector, renderDiagnostic } from "@policyc/diagnostics";
import { type AdmissionRequest, matches } from "@policyc/testing";
import fc from "fast-check";
import { compileModules, generatedFolder } from "../../language/support/modules.js";
import { type Choose, made } from "../../property/choose.js";
import { type Dist, type GatekeeperPolicy, readDist } from "../dist.js";
import { emitOf } from "../emit.js";
import type { Emit } from "../emitted.js";
import { gatorSuite } from "../gator-suite.js";
import type { JsonObject } from "../json.js";
import { admissionReview } from "../library/admission-review.js";
import { type Pair, pairSuites } from "../pairs.js";
import { readUpstreamSuites } from "../upstream/upstream.js";
import { message, type RandomPolicy, randomPolicy } from "./random-match.js";
import { randomRequest } from "./random-request.js";

/** Policies that deny all they are asked about, and requests that tell what that is. */
export interface Matches {
  readonly gatekeeper: readonly GatekeeperPolicy[];
  readonly pairs: readonly Pair[];
  readonly emit: Emit;
  readonly has: (policy: string) => boolean;
}

interface Compiled {
  readonly source: SourcePolicy;
  readonly drawn: RandomPolicy;
}

const count = { policies: 12, requests: 12 };

/**
 * What reaches a policy is decided by a webhook's rules, a Constraint's match, a Kyverno rule and what a template asks
 * itself, and no suite says half of what they can: random matches and exemptions, held against the reference.
 *
 * @param folder an empty one, where the suites are written
 * @param seed the same one draws the same policies and requests
 */
export async function randomMatches(folder: string, seed: number): Promise<Matches> {
  const policies = compiled(seed);
  const dist = await emitted(join(folder, "dist"), policies);
  const suites = join(folder, "suites");
  for (const [index, one] of dist.gatekeeper.entries()) {
    const policy = policies.get(one.policy);
    if (policy === undefined) continue;
    const asked = draw(seed * 1000 + index, (choose) => requests(choose, policy.drawn));
    await writeSuite(join(suites, one.policy), one, policy, asked);
  }
  const sources = new Map([...policies].map(([name, { source }]) => [name, source]));
  return {
    gatekeeper: dist.gatekeeper,
    pairs: pairSuites(dist, await readUpstreamSuites(suites)).pairs,
    emit: emitOf(
      () => sources,
      (name) => policies.get(name)?.drawn.exclusions,
    ),
    has: (name) => policies.has(name),
  };
}

function compiled(seed: number): ReadonlyMap<string, Compiled> {
  const names = Array.from({ length: count.policies }, (_, index) => `match-${index + 1}`);
  const drawn = new Map(
    names.map((name, index) => [name, draw(seed * 1000 + index, (choose) => randomPolicy(choose, name))]),
  );
  const folder = generatedFolder();
  try {
    const modules = compileModules(folder, new Map([...drawn].map(([name, { text }]) => [name, text])));
    return new Map(
      [...drawn].map(([name, policy]) => {
        const { source, diagnostics = [] } = modules.get(name) ?? {};
        const [problem] = diagnostics;
        if (source === undefined || problem !== undefined)
          throw new Error(
            `${policy.text}\n${problem && renderDiagnostic(problem, () => policy.text.split("\n"))}`,
          );
        return [name, { source, drawn: policy }];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function draw<T>(seed: number, make: (choose: Choose) => T): T {
  const [drawn] = fc.sample(made(make), { seed, numRuns: 1 });
  if (drawn === undefined) throw new Error("fast-check drew nothing");
  return drawn;
}

/** Their templates and Constraints, as `build` writes them. */
async function emitted(folder: string, policies: ReadonlyMap<string, Compiled>): Promise<Dist> {
  const collector = new Collector();
  const deployments = [...policies.values()].map(({ source, drawn }) => ({
    ...source,
    deployment: { stage: "enforce", params: {}, minKubernetes: "1.30", ...drawn.exclusions } as const,
    targets: ["gatekeeper"] as const,
  }));
  for (const { path, text } of emitPolicies({ deployments, collector })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return readDist(folder);
}

function requests(choose: Choose, { kinds }: RandomPolicy): readonly AdmissionRequest[] {
  return Array.from({ length: count.requests }, () => randomRequest(choose, kinds));
}

/** In the layout of the gatekeeper-library, as every engine is asked. */
async function writeSuite(
  own: string,
  { template, constraint }: GatekeeperPolicy,
  { source, drawn }: Compiled,
  asked: readonly AdmissionRequest[],
): Promise<void> {
  const { write, finish } = await gatorSuite(own, template);
  await copyFile(constraint, join(own, "constraint.yaml"));
  const { match } = source.policy;
  const cases: JsonObject[] = [];
  for (const [index, request] of asked.entries()) {
    const stem = `case-${index + 1}`;
    await write(`${stem}.yaml`, admissionReview(request));
    // Where the labels of the namespace can matter it has to be there.
    const namespace = match.namespaceSelector === undefined ? undefined : request.namespaceObject;
    if (namespace !== undefined) await write(`${stem}-namespace.yaml`, namespace);
    const isAsked = matches(match, request, drawn.exclusions).matches;
    cases.push({
      name: `${index + 1} ${request.operation} ${request.kind.kind}`,
      object: `${stem}.yaml`,
      ...(namespace === undefined ? {} : { inventory: [`${stem}-namespace.yaml`] }),
      assertions: [isAsked ? { violations: 1, message } : { violations: "no" }],
    });
  }
  await finish([{ name: "match", template: "template.yaml", constraint: "constraint.yaml", cases }]);
}
