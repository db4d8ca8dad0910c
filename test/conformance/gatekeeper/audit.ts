import { isDeepStrictEqual } from "node:util";
import { Collector } from "@policyc/diagnostics";
import { bareRequestOf, parseManifests, wasmEvaluator } from "@policyc/testing";
import type { ApiClient } from "../api-server/api-client.js";
import type { Resources } from "../api-server/resources.js";
import { waitUntil } from "../api-server/wait-until.js";
import type { Dist, GatekeeperPolicy } from "../dist.js";
import { kindOf, nameOf, readDocuments } from "../documents.js";
import { emitTemplate } from "../emit.js";
import { at, type JsonObject, listOf, objectOf, textOf } from "../json.js";
import { libraryPolicies } from "../library/library.js";
import { agrees, disagrees, type Outcome } from "../outcome.js";
import type { Pair } from "../pairs.js";
import { progressOf } from "../progress.js";
import type { UpstreamCase } from "../upstream/upstream.js";
import { applyConstraint } from "./constraints.js";

export interface AuditInput {
  readonly client: ApiClient;
  readonly resources: Resources;
  readonly dist: Dist;
  readonly pairs: readonly Pair[];
  readonly report: (line: string) => void;
}

/** Seconds: an audit goes through every object with every constraint. */
const SLOWEST_AUDIT = 600;

interface Stored {
  readonly policy: GatekeeperPolicy;
  readonly case: string;
  readonly object: JsonObject;
}

/**
 * Stores what the suites of others and of the library create, each in a namespace of its own, while the constraints
 * of `dist/` only watch; then compares what the audit says of each with what the evaluator says of the stored object.
 */
export async function compareAudit(input: AuditInput): Promise<readonly Outcome[]> {
  const { client, resources, dist } = input;
  const stored = await storeAll(input);
  const constraints = new Map<string, JsonObject>();
  for (const policy of dist.gatekeeper) {
    const [constraint] = await readDocuments(policy.constraint);
    if (constraint === undefined) continue;
    await applyConstraint(client, resources, watching(constraint, policy, stored));
    constraints.set(policy.policy, constraint);
  }
  const since = Date.now();
  const progress = progressOf("gatekeeper's audit", stored.length, input.report);
  const outcomes: Outcome[] = [];
  for (const one of stored) {
    const constraint = constraints.get(one.policy.policy);
    if (constraint !== undefined) outcomes.push(await compare(one, constraint, since, input));
    progress(1);
  }
  for (const { object } of stored) await resources.remove(object);
  return outcomes;
}

/**
 * The constraint as one that only watches, and only its own objects: a constraint's status has no room for what is
 * wrong with those of all others.
 */
function watching(constraint: JsonObject, policy: GatekeeperPolicy, stored: readonly Stored[]): JsonObject {
  const spec = objectOf(constraint["spec"]);
  const own = stored.filter((one) => one.policy === policy).map(({ object }) => namespaceOf(object));
  // What is cluster-scoped has no namespace and is not filtered by one.
  const namespaces = ["audit-nowhere", ...new Set(own.filter((name) => name !== ""))];
  const match = { namespaces, ...objectOf(spec["match"]) };
  return { ...constraint, spec: { ...spec, match, enforcementAction: "dryrun" } };
}

/** Gatekeeper takes a Namespace by its own name. */
function namespaceOf(object: JsonObject): string {
  return kindOf(object) === "Namespace" ? nameOf(object) : textOf(at(object, "metadata", "namespace"));
}

async function storeAll({ client, resources, dist, pairs }: AuditInput): Promise<readonly Stored[]> {
  const stored: Stored[] = [];
  for (const pair of pairs) {
    const policy = dist.gatekeeper.find((one) => one.policy === pair.policy);
    if (policy === undefined || (await readsOthers(policy))) continue;
    const [constraint] = await readDocuments(policy.constraint);
    const tests = pair.suite.tests.filter((test) =>
      isDeepStrictEqual(test.parameters, objectOf(at(constraint, "spec", "parameters"))),
    );
    for (const one of tests.flatMap((test) => test.cases)) {
      if (!isPlainCreation(one)) continue;
      const object = await inOwnNamespace(one.review.object ?? {}, `audit-${stored.length}`, resources);
      const path = await resources.collectionOf(object);
      const answer =
        path === undefined ? undefined : await client.send({ method: "POST", path, body: object });
      // What the API server does not store, nobody audits.
      if (answer?.ok === true) stored.push({ policy, case: one.name, object: objectOf(answer.body) });
    }
  }
  return stored;
}

/** Each stored object would be another's neighbour. */
async function readsOthers({ template }: GatekeeperPolicy): Promise<boolean> {
  const [document] = await readDocuments(template);
  return at(document, "metadata", "annotations", "metadata.gatekeeper.sh/requires-sync-data") !== undefined;
}

/** Audit knows objects alone: no user, no change, no neighbours. */
function isPlainCreation({ review, inventory }: UpstreamCase): boolean {
  return (
    review.operation === "CREATE" &&
    review.object !== undefined &&
    (review.subResource ?? "") === "" &&
    inventory.length === 0
  );
}

/** Namespaced objects of one name must not meet; a cluster-scoped one is left as it is. */
async function inOwnNamespace(
  object: JsonObject,
  namespace: string,
  resources: Resources,
): Promise<JsonObject> {
  const moved = { ...object, metadata: { ...objectOf(object["metadata"]), namespace } };
  const collection = await resources.collectionOf(moved);
  if (collection?.includes(`/namespaces/${namespace}/`) !== true) return object;
  await resources.apply({ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } });
  return moved;
}

async function compare(
  { policy, case: name, object }: Stored,
  constraint: JsonObject,
  since: number,
  { client, resources }: AuditInput,
): Promise<Outcome> {
  const subject = { engine: "gatekeeper", policy: policy.policy, case: `audit: ${name}` } as const;
  const path = (await resources.pathOf(constraint)) ?? "";
  const status = await waitUntil(
    `the audit of ${nameOf(constraint)}`,
    async () => {
      const { body } = await client.send({ method: "GET", path });
      const started = Date.parse(textOf(at(body, "status", "auditTimestamp")));
      return started > since ? at(body, "status") : undefined;
    },
    SLOWEST_AUDIT,
  );
  const found = listOf(at(status, "violations"))
    .filter((violation) => isAbout(violation, object))
    .map((violation) => textOf(at(violation, "message")));
  const expected = await expectedMessages(object, constraint, policy);
  const difference = [...new Set(found)].sort().join("\n");
  const wanted = [...new Set(expected)].sort().join("\n");
  return difference === wanted
    ? agrees(subject)
    : disagrees(
        subject,
        `audit found ${JSON.stringify(difference)}, the evaluator ${JSON.stringify(wanted)}`,
      );
}

function isAbout(violation: unknown, object: JsonObject): boolean {
  return (
    textOf(at(violation, "kind")) === kindOf(object) &&
    textOf(at(violation, "name")) === nameOf(object) &&
    textOf(at(violation, "namespace")) === textOf(at(object, "metadata", "namespace"))
  );
}

/** Gatekeeper cuts the messages in a constraint's status. */
const LONGEST_MESSAGE = 256;

async function expectedMessages(
  object: JsonObject,
  constraint: JsonObject,
  { policy }: GatekeeperPolicy,
): Promise<readonly string[]> {
  const source = libraryPolicies().get(policy);
  if (source === undefined) throw new Error(`the library has no policy ${policy}`);
  const files = emitTemplate(policy);
  const evaluator = await wasmEvaluator(files, source.policy.constraintKind);
  const [manifest] = parseManifests(JSON.stringify(object), "stored.json", new Collector());
  if (manifest === undefined) return [];
  const params = JSON.parse(JSON.stringify(at(constraint, "spec", "parameters") ?? {}));
  const { violations } = evaluator.evaluate({ request: bareRequestOf(manifest).request, params });
  return violations.map(({ message }) => cut(message));
}

function cut(message: string): string {
  return message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE - 3)}...` : message;
}
