import type { Activation } from "../api-server/activation.js";
import type { ApiClient } from "../api-server/api-client.js";
import type { Resources } from "../api-server/resources.js";
import { waitUntil } from "../api-server/wait-until.js";
import { nameOf } from "../documents.js";
import { at, type JsonObject, listOf, objectOf, textOf } from "../json.js";

export interface ConstraintActivation extends Activation {
  /** The name of the constraint that was put in force last. */
  readonly current: () => string;
}

/** One constraint in force at a time. With none, the last one only watches, which can be waited for: its removal cannot. */
export function constraintActivation(client: ApiClient, resources: Resources): ConstraintActivation {
  let last: JsonObject | undefined;
  let action = "";
  const put = async (constraint: JsonObject, enforcementAction: string): Promise<void> => {
    const wanted = { ...constraint, spec: { ...objectOf(constraint["spec"]), enforcementAction } };
    await applyConstraint(client, resources, wanted);
    last = constraint;
    action = enforcementAction;
  };
  const activate = async ([constraint]: readonly JsonObject[]): Promise<void> => {
    if (constraint === undefined) {
      if (last !== undefined && action === "deny") await put(last, "dryrun");
      return;
    }
    if (constraint === last && action === "deny") return;
    if (last !== undefined && nameOf(last) !== nameOf(constraint)) await resources.remove(last);
    await put(constraint, "deny");
  };
  return { activate, current: () => (last === undefined ? "" : nameOf(last)) };
}

/** Stores a constraint and waits until Gatekeeper says that it enforces this very state of it. */
export async function applyConstraint(
  client: ApiClient,
  resources: Resources,
  constraint: JsonObject,
): Promise<void> {
  // The template's CRD comes when Gatekeeper has compiled the template.
  const path = await waitUntil(`the kind ${textOf(constraint["kind"])}`, () => resources.pathOf(constraint));
  const answer = await resources.apply(constraint);
  if (!answer.ok) throw new Error(answer.message);
  await waitUntil(`the constraint ${nameOf(constraint)} to be enforced`, async () => {
    const { body } = await client.send({ method: "GET", path });
    const [problem] = listOf(at(body, "status", "byPod", 0, "errors"));
    if (problem !== undefined) throw new Error(textOf(at(problem, "message")));
    return isEnforced(body) ? true : undefined;
  });
}

function isEnforced(constraint: unknown): boolean {
  const pod = at(constraint, "status", "byPod", 0);
  return (
    at(pod, "enforced") === true &&
    at(pod, "constraintUID") === at(constraint, "metadata", "uid") &&
    at(pod, "observedGeneration") === at(constraint, "metadata", "generation")
  );
}
