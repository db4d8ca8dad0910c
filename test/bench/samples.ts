import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Collector } from "@policyc/diagnostics";
import { parseManifests } from "@policyc/testing";
import type { JsonObject } from "../conformance/json.js";
import type { Contest } from "./contests.js";
import { root } from "./emitted.js";

/** The samples that lie beside the policy. */
export function samplesOf({ pack, policy }: Contest): readonly JsonObject[] {
  const folder = join(root, "policies", pack, policy, "samples");
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((file) => parseManifests(readFileSync(file, "utf8"), file, new Collector()))
    .map(({ object }) => object);
}
