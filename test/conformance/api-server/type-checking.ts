import { at, listOf, textOf } from "../json.js";
import type { ApiClient } from "./api-client.js";
import { waitUntil } from "./wait-until.js";

/**
 * What the status controller says about the types in a stored ValidatingAdmissionPolicy. It looks at validations,
 * their messages and audit annotations, against every kind that the policy matches; not at match conditions, and
 * not at variables.
 */
export async function typeWarnings(client: ApiClient, path: string): Promise<readonly string[]> {
  const checked = await waitUntil(`type checking of ${path}`, async () => {
    const { body } = await client.send({ method: "GET", path });
    const done = at(body, "status", "observedGeneration") === at(body, "metadata", "generation");
    return done && at(body, "status", "typeChecking") !== undefined ? body : undefined;
  });
  return listOf(at(checked, "status", "typeChecking", "expressionWarnings")).map(
    (warning) => `${textOf(at(warning, "fieldRef"))}: ${textOf(at(warning, "warning"))}`,
  );
}
