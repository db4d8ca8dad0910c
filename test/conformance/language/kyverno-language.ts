import { rmSync } from "node:fs";
import { join } from "node:path";
import { emitPolicies } from "@policyc/compiler";
import { Collector } from "@policyc/diagnostics";
import {
  type AdmissionRequest,
  agreement,
  type Evaluator,
  importPolicy,
  javascriptEvaluator,
} from "@policyc/testing";
import { compileModules, generatedFolder } from "../../language/support/modules.js";
import { runCommand } from "../command.js";
import { caseUid, writeBatch } from "../kyverno/kyverno-files.js";
import { languageLimit } from "../kyverno/kyverno-limits.js";
import { readKyvernoReport, verdictFor } from "../kyverno/kyverno-report.js";
import type { KyvernoTarget } from "../kyverno/kyverno-target.js";
import { agrees, disagrees, type Outcome, type Subject, type Verdict } from "../outcome.js";
import { inParallel } from "../parallel.js";
import { progressOf } from "../progress.js";
import { withTemporaryFolder } from "../temporary.js";
import { type Program, type Programs, programs } from "./programs.js";

interface Input {
  /** The binary. */
  readonly kyverno: string;
  readonly report: (line: string) => void;
}

/** One policy of a group as one kind of policy: what Kyverno is asked, and what it should say. */
interface Asked {
  readonly program: Program;
  readonly target: KyvernoTarget;
  readonly yaml: string;
  readonly reference: Evaluator;
}

/** Kyverno's CLI is asked about every program that our own tests have: it must say what JavaScript says. */
export async function runKyvernoLanguage(input: Input): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const group of await programs()) {
    const asked = await emitted(group);
    const progress = progressOf(group.name, asked.length, input.report);
    const answers = await inParallel(asked, 2, async (one) => {
      const own = await ask(one, group, input);
      progress(1);
      return own;
    });
    outcomes.push(...answers.flat());
  }
  return outcomes;
}

/** What the compiler refuses, or cannot say in one of the two kinds, is left out. */
async function emitted({ policies }: Programs): Promise<readonly Asked[]> {
  const folder = generatedFolder();
  try {
    const texts = new Map(policies.map(({ name, text }) => [name, text]));
    const modules = compileModules(folder, texts);
    const asked = policies.map(async (program): Promise<readonly Asked[]> => {
      const { source, path } = modules.get(program.name) ?? {};
      if (source === undefined || path === undefined) return [];
      const reference = javascriptEvaluator(await importPolicy(path), { match: source.policy.match });
      return (["kyverno", "kyverno-vpol"] as const).flatMap((target) => {
        const collector = new Collector();
        const stage = { stage: "enforce", excludedNamespaces: [], exemptions: [] } as const;
        const deployment = { ...stage, params: program.params, minKubernetes: "1.35" };
        const deployments = [{ ...source, deployment, targets: [target] }];
        const file = emitPolicies({ deployments, collector }).find(({ path: at }) =>
          at.includes(program.name),
        );
        return file === undefined || collector.diagnostics.length > 0
          ? []
          : [{ program, target, yaml: file.text, reference }];
      });
    });
    return (await Promise.all(asked)).flat();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function ask({ program, target, yaml, reference }: Asked, { name, requests }: Programs, { kyverno }: Input) {
  return withTemporaryFolder(async (folder): Promise<readonly Outcome[]> => {
    const cases = requests.map(({ object, userInfo }) => ({
      name: program.name,
      review: {
        operation: "CREATE",
        object,
        oldObject: undefined,
        userInfo: { username: userInfo?.username ?? "", uid: undefined, groups: [] },
        subResource: undefined,
      },
      inventory: [],
      expects: { verdict: "allowed", messages: [] } as const,
    }));
    const files = await writeBatch(folder, { cases }, []);
    const policy = join(folder, "policy.yaml");
    await files.write(policy, yaml);
    const args = ["apply", policy, "-r", files.resources, ...files.flags, "-p", "--output-format", "json"];
    const report = readKyvernoReport(await runCommand(kyverno, args));
    return requests.map((request, index) => {
      const subject: Subject = {
        engine: "kyverno-language",
        policy: `${name}/${target}`,
        case: `${program.says}, object ${index}`,
      };
      const verdict = verdictFor(report, caseUid(index), true);
      const detail = languageLimit(target, yaml, verdict);
      if (detail !== undefined) return { ...subject, kind: "not expressible", detail };
      const difference = differenceOf(request, verdict, reference, program);
      return difference === undefined ? agrees(subject) : disagrees(subject, difference);
    });
  });
}

function differenceOf(
  request: AdmissionRequest,
  verdict: Verdict,
  reference: Evaluator,
  { params }: Program,
): string | undefined {
  if (verdict.kind === "error" || verdict.kind === "not expressible") return verdict.message;
  const expected = expectedOf(reference, request, params);
  // What JavaScript itself cannot do has no meaning to agree on.
  if (expected === undefined) return undefined;
  const violations = verdict.kind === "denied" ? [{ message: verdict.message }] : [];
  const agreed = agreement([
    { engine: "js", verdict: expected },
    { engine: "kyverno", verdict: { allowed: verdict.kind === "allowed", violations } },
  ]);
  return agreed.agrees ? undefined : agreed.table;
}

function expectedOf(reference: Evaluator, request: AdmissionRequest, params: Program["params"]) {
  try {
    return reference.evaluate({ request, params });
  } catch {
    return undefined;
  }
}
