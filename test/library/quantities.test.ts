import { join } from "node:path";
import { loadPolicies } from "@policyc/compiler";
import { Collector } from "@policyc/diagnostics";
import { Ajv } from "ajv";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

/** The parameters of the library that are quantities: what is none would bound nothing. */
const parameters = {
  containerlimits: ["cpu", "memory"],
  containerrequests: ["cpu", "memory"],
  containerresourceratios: ["ratio", "cpuRatio"],
  ephemeralstoragelimit: ["ephemeral-storage"],
  "memory-volume-limits": ["maximum"],
  volumeresources: ["volumesizelimit"],
} as const;

const files = Object.keys(parameters).map((name) => `policies/workloads/${name}/policy.ts`);
const sources = loadPolicies({ root, files, collector: new Collector() });

test.each(Object.entries(parameters))("%s takes quantities alone for %j", (name, keys) => {
  const schema = sources.find(({ policy }) => policy.name === name)?.policy.params.schema ?? false;
  const isValid = new Ajv({ strict: false }).compile(schema);
  for (const key of keys) {
    for (const good of ["2", "0.5", "100m", "4Gi", "1e3", ".5"]) expect(isValid({ [key]: good })).toBe(true);
    for (const bad of ["", "lots", "4 Gi", "4GB", "1.2.3", "m"]) expect(isValid({ [key]: bad })).toBe(false);
  }
});
