import { at, listOf, textOf } from "../json.js";
import type { ApiClient } from "./api-client.js";
import type { StandIns } from "./stand-in-crds.js";
import { waitUntil } from "./wait-until.js";

/**
 * What the status controller says about the types in a stored ValidatingAdmissionPolicy. It looks at validations,
 * their messages and audit annotations, against every kind that the policy matches; not at match conditions, and
 * not at variables.
 */
export async function typeWarnings(
  client: ApiClient,
  path: string,
  standIns: StandIns = new Set(),
): Promise<readonly string[]> {
  const checked = await waitUntil(`type checking of ${path}`, async () => {
    const { body } = await client.send({ method: "GET", path });
    const done = at(body, "status", "observedGeneration") === at(body, "metadata", "generation");
    return done && at(body, "status", "typeChecking") !== undefined ? body : undefined;
  });
  return listOf(at(checked, "status", "typeChecking", "expressionWarnings"))
    .filter((warning) => !isOfStandIn(textOf(at(warning, "warning")), standIns))
    .map((warning) => `${textOf(at(warning, "fieldRef"))}: ${textOf(at(warning, "warning"))}`);
}

/** Whose schema names no fields: that one is not defined says nothing about the policy. */
function isOfStandIn(warning: string, standIns: StandIns): boolean {
  const errors = [...warning.matchAll(/^(?:(?<kind>\S+, Kind=\w+): )?ERROR: [^\n]*?: (?<said>[^\n]*)/gm)];
  const [first] = errors;
  const isUndefined = errors.every(({ groups }) => groups?.["said"]?.startsWith("undefined field"));
  return first !== undefined && standIns.has(first.groups?.["kind"] ?? "") && isUndefined;
}
