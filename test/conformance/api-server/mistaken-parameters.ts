import { emitWithParameters } from "../emit.js";
import type { JsonObject } from "../json.js";
import { agrees, disagrees, type Outcome, type Subject, type Verdict } from "../outcome.js";
import { requestVerdict } from "./admission.js";
import type { ApiAnswer } from "./api-client.js";
import type { Cluster } from "./ask.js";
import { establish } from "./custom-resources.js";
import { eventually } from "./eventually.js";
import { waitUntil } from "./wait-until.js";

/** An object of a policy's parameters as no `build` would write it. */
interface Mistake {
  readonly what: string;
  readonly policy: string;
  readonly stage: "audit" | "enforce";
  readonly from: { readonly kind: "resource" } | { readonly kind: "configMap"; readonly namespace: string };
  readonly params: JsonObject;
  /** What the object says then, beside its name; absent where there is none from the beginning. */
  readonly edit?: JsonObject;
  /** `refused` is the edit itself; else what becomes of a pod. */
  readonly outcome: "refused" | Verdict["kind"];
  readonly message?: RegExp;
}

const inConfigMap = { kind: "configMap", namespace: "default" } as const;
const inResource = { kind: "resource" } as const;
const sizes = {
  policy: "volumeresources",
  stage: "enforce",
  from: inConfigMap,
  params: { volumesizelimit: "4Gi" },
} as const;
const repos = { policy: "allowedrepos", from: inResource, params: { repos: ["registry.k8s.io/"] } } as const;

const mistakes: readonly Mistake[] = [
  {
    ...repos,
    what: "a number in place of text",
    stage: "enforce",
    edit: { spec: { repos: [7] } },
    outcome: "refused",
    message: /expected string/,
  },
  { ...repos, what: "no object, in a stage that denies nothing", stage: "audit", outcome: "allowed" },
  {
    ...sizes,
    what: "no quantity",
    edit: { data: { volumesizelimit: "plenty" } },
    outcome: "denied",
    message:
      /the ConfigMap default\/volumeresources must give the parameter volumesizelimit as text that matches/,
  },
  { ...sizes, what: "no entry for what may be left out", edit: {}, outcome: "allowed" },
  {
    what: "a regular expression that is none",
    policy: "requiredlabels",
    stage: "enforce",
    from: inResource,
    params: { labels: [{ key: "team", allowedRegex: "^[a-z]+$" }] },
    edit: { spec: { labels: [{ key: "team", allowedRegex: "(" }] } },
    outcome: "error",
    message: /missing closing \)/,
  },
];

/** A pod that all of these policies let pass. */
const pod: JsonObject = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "web", namespace: "default", labels: { team: "shop" } },
  spec: {
    containers: [{ name: "web", image: "registry.k8s.io/web:1" }],
    volumes: [{ name: "cache", emptyDir: { sizeLimit: "1Gi" } }],
  },
};
/** An image that the first of them denies. */
const foreignPod: JsonObject = {
  ...pod,
  spec: { containers: [{ name: "web", image: "evil.example/web:1" }] },
};

/** Parameters that are wrong in the cluster are refused, or deny; none lets a request pass that is to be denied. */
export async function checkMistakes(cluster: Cluster): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const mistake of mistakes) {
    const { policy, what } = mistake;
    const subject: Subject = { engine: "vap-params", policy, case: what };
    const problem = await problemOf(cluster, mistake).catch(String);
    outcomes.push(problem === undefined ? agrees(subject) : disagrees(subject, problem));
  }
  await cluster.activation.activate([]);
  return outcomes;
}

async function problemOf(cluster: Cluster, mistake: Mistake): Promise<string | undefined> {
  const { policy, params, stage, from, edit } = mistake;
  const emitted = emitWithParameters(policy, params, { stage, vapParameters: from });
  if (emitted === undefined) return "nothing was emitted";
  const { resources } = cluster;
  await establish(cluster.client, resources, emitted.definitions);
  await waitUntil(`the kind of ${policy}'s parameters`, () => resources.pathOf(emitted.object));
  if (edit === undefined) {
    await resources.remove(emitted.object);
    await cluster.activation.activate(emitted.policies);
    return wrongAnswer(cluster, mistake, foreignPod);
  }
  await cluster.activation.activate([emitted.object, ...emitted.policies]);
  const before = await ask(cluster, pod);
  if (before.kind !== "allowed") return `before: ${JSON.stringify(before)}`;
  const { apiVersion, kind, metadata } = emitted.object;
  const answer = await resources.apply({ apiVersion, kind, metadata, ...edit });
  if (mistake.outcome === "refused") return isRefused(answer, mistake) ? undefined : JSON.stringify(answer);
  return answer.ok ? wrongAnswer(cluster, mistake, pod) : answer.message;
}

function isRefused({ ok, message }: ApiAnswer, mistake: Mistake): boolean {
  return !ok && mistake.message?.test(message) === true;
}

/** What is still wrong after some seconds. */
async function wrongAnswer(
  cluster: Cluster,
  { outcome, message = /^/ }: Mistake,
  object: JsonObject,
): Promise<string | undefined> {
  const isRight = (verdict: Verdict): boolean =>
    verdict.kind === outcome && (verdict.kind === "allowed" || message.test(verdict.message));
  const verdict = await eventually(() => ask(cluster, object), isRight);
  return isRight(verdict) ? undefined : JSON.stringify(verdict);
}

function ask(cluster: Cluster, object: JsonObject): Promise<Verdict> {
  return requestVerdict(cluster, {
    operation: "CREATE",
    object,
    oldObject: undefined,
    userInfo: undefined,
    subResource: undefined,
  });
}
