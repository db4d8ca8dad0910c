import { at, isObject, type JsonObject } from "../json.js";
import type { ApiClient } from "./api-client.js";
import type { Resources } from "./resources.js";
import { waitUntil } from "./wait-until.js";

/** Puts admission policies in force, one set at a time. */
export interface Activation {
  /** Returns once exactly these objects are in force; throws when the API server refuses one. */
  readonly activate: (objects: readonly JsonObject[]) => Promise<void>;
}

export function activationOf(client: ApiClient, resources: Resources): Activation {
  let current: readonly JsonObject[] | undefined;
  let inForce: readonly JsonObject[] = [];
  let round = 0;
  const activate = async (objects: readonly JsonObject[]): Promise<void> => {
    if (objects === current) return;
    current = undefined;
    for (const object of inForce) await resources.remove(object);
    inForce = [];
    round += 1;
    const marker = `policyc-conformance-${round}`;
    const paramKind = objects.map((object) => at(object, "spec", "paramKind")).find(isObject);
    const wanted = [...objects, ...markerPolicy(marker, paramKind)];
    for (const object of wanted) {
      const answer = await resources.apply(object);
      if (!answer.ok) throw new Error(answer.message);
      inForce = [object, ...inForce];
    }
    await waitUntil("the admission policies to be in force", () => denies(client, marker));
    current = objects;
  };
  return { activate };
}

/**
 * The API server reads policies and bindings from one snapshot. What was stored before the marker is in every
 * snapshot that has the marker, and what was removed before is in none, so when the marker denies, all is in force.
 * It looks for new kinds every half minute, and refuses to evaluate a policy whose parameters are of one that it has not
 * found; so the marker has such parameters, too, and does not ask for any.
 */
function markerPolicy(name: string, paramKind: JsonObject | undefined): readonly JsonObject[] {
  const configMaps = {
    apiGroups: [""],
    apiVersions: ["v1"],
    operations: ["CREATE"],
    resources: ["configmaps"],
  };
  return [
    {
      apiVersion: "admissionregistration.k8s.io/v1",
      kind: "ValidatingAdmissionPolicy",
      metadata: { name },
      spec: {
        ...(paramKind === undefined ? {} : { paramKind }),
        matchConstraints: { resourceRules: [configMaps] },
        validations: [{ expression: `object.metadata.name != "${name}"` }],
      },
    },
    {
      apiVersion: "admissionregistration.k8s.io/v1",
      kind: "ValidatingAdmissionPolicyBinding",
      metadata: { name },
      spec: { policyName: name, validationActions: ["Deny"] },
    },
  ];
}

async function denies(client: ApiClient, marker: string): Promise<true | undefined> {
  const answer = await client.send({
    method: "POST",
    path: "/api/v1/namespaces/default/configmaps?dryRun=All",
    body: { apiVersion: "v1", kind: "ConfigMap", metadata: { name: marker } },
  });
  const isEvaluated = !answer.message.includes("failed to configure policy");
  const isDenied = at(answer.body, "kind") === "Status" && answer.message.includes(`'${marker}'`);
  return isDenied && isEvaluated ? true : undefined;
}
