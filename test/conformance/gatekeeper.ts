import { join } from "node:path";
import { askCases } from "./api-server/ask.js";
import { startControlPlane } from "./api-server/control-plane.js";
import { resourcesOf } from "./api-server/resources.js";
import { missingCrds } from "./api-server/stand-in-crds.js";
import type { Dist } from "./dist.js";
import { readDocuments } from "./documents.js";
import { type Engines, engineBinary } from "./engines.js";
import { compareAudit } from "./gatekeeper/audit.js";
import { constraintActivation } from "./gatekeeper/constraints.js";
import { gatekeeperAnswer } from "./gatekeeper/gatekeeper-answer.js";
import { applyFolder } from "./gatekeeper/kubectl.js";
import { GATEKEEPER_NAMESPACE, startGatekeeper } from "./gatekeeper/manager.js";
import { at, type JsonObject } from "./json.js";
import { judge, type Outcome } from "./outcome.js";
import type { Pair } from "./pairs.js";
import { casesOf, progressOf } from "./progress.js";
import { subjectOf } from "./upstream/review.js";
import type { UpstreamCase, UpstreamTest } from "./upstream/upstream.js";

export interface GatekeeperInput {
  readonly engines: Engines;
  readonly dist: Dist;
  readonly pairs: readonly Pair[];
  readonly report: (line: string) => void;
}

/**
 * The real Gatekeeper behind a real API server: what `build` wrote is applied with kubectl, the cases are real
 * requests, and what its audit finds among stored objects is held against the evaluator.
 */
export async function runGatekeeper(input: GatekeeperInput): Promise<readonly Outcome[]> {
  const { engines, dist, pairs, report } = input;
  const started = performance.now();
  const say = (line: string): void =>
    report(`gatekeeper: ${line}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  const plane = await startControlPlane(engines);
  const { client } = plane;
  try {
    const resources = resourcesOf(client);
    await missingCrds({ client, resources });
    await startGatekeeper(plane, resources);
    say("the manager is ready");
    const folder = join(dist.folder, "gatekeeper");
    const times = await applyFolder(engineBinary(engines, "kubectl"), plane.kubeconfig, folder);
    say(`kubectl apply -k took ${times} rounds`);
    const audited = await compareAudit({ client, resources, dist, pairs, report });
    say(`${audited.length} stored objects audited`);
    const activation = constraintActivation(client, resources);
    const cluster = {
      client,
      resources,
      activation,
      read: gatekeeperAnswer(activation.current),
      readsOthers: true,
    };
    const progress = progressOf("gatekeeper", casesOf(pairs), report);
    const outcomes: Outcome[] = [];
    for (const pair of pairs) {
      for (const [index, test] of pair.suite.tests.entries()) {
        const constraint = await constraintFor(pair, test, `${pair.suite.name}-${index + 1}`.toLowerCase());
        const seen = test.cases.filter((one) => unseenBecause(one) === undefined);
        const answers = await askCases(cluster, seen, [constraint]);
        const unseen = test.cases.flatMap((one) => {
          const message = unseenBecause(one);
          return message === undefined
            ? []
            : [{ one, verdict: { kind: "not expressible", message } as const }];
        });
        outcomes.push(
          ...[...answers, ...unseen].map(({ one, verdict }) =>
            judge({ engine: "gatekeeper", policy: pair.policy, case: one.name }, one.expects, verdict),
          ),
        );
        progress(test.cases.length);
      }
    }
    return [...audited, ...outcomes];
  } finally {
    await plane.stop();
  }
}

/** Why the webhook is not asked about the request at all, where it is not. */
function unseenBecause({ review }: UpstreamCase): string | undefined {
  const subject = subjectOf(review);
  if (at(subject, "metadata", "namespace") === GATEKEEPER_NAMESPACE)
    return `Gatekeeper's webhook is not asked about its own namespace, ${GATEKEEPER_NAMESPACE}`;
  // `IsExemptAdmissionConfigurationResource` of k8s.io/apiserver.
  return String(at(subject, "apiVersion")).startsWith("admissionregistration.k8s.io/")
    ? "an API server asks no webhook about the configuration of admission"
    : undefined;
}

/** The suite's own Constraint, of our template's kind. */
async function constraintFor(pair: Pair, test: UpstreamTest, name: string): Promise<JsonObject> {
  const [template] = await readDocuments(pair.template);
  return {
    apiVersion: "constraints.gatekeeper.sh/v1beta1",
    kind: at(template, "spec", "crd", "spec", "names", "kind"),
    metadata: { name },
    spec: {
      match: test.match,
      // A template without parameters has no schema for them either.
      ...(Object.keys(test.parameters).length === 0 ? {} : { parameters: test.parameters }),
    },
  };
}
