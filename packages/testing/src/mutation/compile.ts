import { emitPolicies } from "@policyc/compiler";
import { Collector } from "@policyc/diagnostics";
import { EngineError } from "@policyc/engine";
import type { Policy } from "@policyc/ir";
import type { Evaluator } from "../evaluators/evaluator.js";
import { type GatekeeperPolicy, gatekeeperPolicy } from "../evaluators/gatekeeper.js";
import { compileShared, sharedWasmEvaluators } from "../evaluators/rego.js";

/** The Rego of a policy, as `build` writes it; `undefined` where the compiler refuses it. */
export function regoOf(policy: Policy): GatekeeperPolicy | undefined {
  const collector = new Collector();
  const deployment = {
    stage: "enforce",
    params: policy.params.defaults,
    excludedNamespaces: [],
    exemptions: [],
    minKubernetes: policy.minKubernetes ?? "1.30",
  } as const;
  try {
    const files = emitPolicies({
      deployments: [{ policy, file: "", deployment, targets: ["gatekeeper"] }],
      documents: "emitted",
      collector,
    });
    return collector.hasErrors ? undefined : gatekeeperPolicy(files, policy.constraintKind);
  } catch {
    // A pass may well find that what was changed makes no sense.
    return undefined;
  }
}

/** All the text of a policy's Rego. */
export function textOf({ modules }: GatekeeperPolicy): string {
  return modules.map(({ text }) => text).join("\n");
}

/**
 * Evaluators of many variants of one policy, compiled together: OPA takes hardly longer for a hundred than for one.
 * `undefined` for a variant that OPA refuses.
 */
export async function evaluatorsOfVariants(
  variants: readonly GatekeeperPolicy[],
): Promise<readonly (Evaluator | undefined)[]> {
  const named = variants.map(renamed);
  const found = new Map<string, Evaluator>();
  for (let from = 0; from < named.length; from += batch) {
    for (const [kind, evaluator] of await compiled(named.slice(from, from + batch)))
      found.set(kind, evaluator);
  }
  return named.map(({ kind }) => found.get(kind));
}

/** What OPA compiles at a time: more would be slower again, because it looks at all modules together. */
const batch = 40;

async function compiled(variants: readonly GatekeeperPolicy[]): Promise<ReadonlyMap<string, Evaluator>> {
  if (variants.length === 0) return new Map();
  try {
    return await sharedWasmEvaluators(variants, await compileShared(variants));
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    if (variants.length === 1) return new Map();
    const half = Math.ceil(variants.length / 2);
    const halves = [await compiled(variants.slice(0, half)), await compiled(variants.slice(half))];
    return new Map(halves.flatMap((one) => [...one]));
  }
}

/** The same with packages of its own, so that all variants fit into one module. */
function renamed(variant: GatekeeperPolicy, index: number): GatekeeperPolicy {
  const packages = variant.modules.flatMap(({ text }) => /^package (\S+)/m.exec(text)?.[1] ?? []);
  const suffixed = (text: string) =>
    packages.reduce(
      (changed, name) =>
        changed
          .replaceAll(new RegExp(`^package ${escaped(name)}$`, "gm"), `package ${name}_${index}`)
          .replaceAll(
            new RegExp(`^import data\\.${escaped(name)}$`, "gm"),
            `import data.${name}_${index} as ${last(name)}`,
          )
          .replaceAll(new RegExp(`\\bdata\\.${escaped(name)}\\.`, "g"), `data.${name}_${index}.`),
      text,
    );
  return {
    ...variant,
    kind: `${variant.kind} ${index}`,
    packageName: `${variant.packageName}_${index}`,
    modules: variant.modules.map(({ path, text }) => ({ path: `${index}-${path}`, text: suffixed(text) })),
  };
}

function escaped(name: string): string {
  return name.replaceAll(".", "\\.");
}

function last(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
