import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Dist, GatekeeperPolicy } from "../dist.js";
import { readDocuments } from "../documents.js";
import { type GatorSuite, gatorSuite } from "../gator-suite.js";
import { at, type JsonObject, objectOf, textOf } from "../json.js";
import { upstreamFolder } from "./upstream.js";

/**
 * Versions at which much changes, each version being compiled by each engine anew. The vitest project `upstream` asks our
 * own evaluators about every version, and so does this where POLICYC_ALL_VERSIONS is set.
 */
const versions = ["v1.0", "v1.19", "v1.25", "v1.37"];

/**
 * Writes Kubernetes' own fixtures of the Pod Security Standards down as gator suites, one for each level that we have a
 * policy for: each version is a constraint of its own.
 */
export async function writePodSecuritySuites(folder: string, dist: Dist): Promise<void> {
  for (const level of ["baseline", "restricted"]) {
    const emitted = dist.gatekeeper.find(({ policy }) => policy === `pod-security-${level}`);
    const fixtures = join(upstreamFolder(), "../pod-security-admission", level);
    if (emitted !== undefined && existsSync(fixtures)) await writeLevel(folder, emitted, fixtures);
  }
}

async function writeLevel(folder: string, emitted: GatekeeperPolicy, fixtures: string): Promise<void> {
  const suite = await gatorSuite(join(folder, `kubernetes-${emitted.policy}`), emitted.template);
  const [constraint = {}] = await readDocuments(emitted.constraint);
  const tests: JsonObject[] = [];
  const all = process.env["POLICYC_ALL_VERSIONS"] !== undefined;
  for (const version of readdirSync(fixtures).filter((one) => all || versions.includes(one))) {
    const file = `constraint-${version}.yaml`;
    await suite.write(file, withVersion(constraint, version));
    const cases = [
      ...(await writeCases(suite, join(fixtures, version, "pass.yaml"), "no")),
      ...(await writeCases(suite, join(fixtures, version, "fail.yaml"), "yes")),
    ];
    tests.push({ name: version, template: "template.yaml", constraint: file, cases });
  }
  await suite.finish(tests);
}

function withVersion(constraint: JsonObject, version: string): JsonObject {
  const spec = { ...objectOf(at(constraint, "spec")), enforcementAction: "deny", parameters: { version } };
  return { ...constraint, metadata: { name: `kubernetes-${version}` }, spec };
}

/** The pods of a file, each in a file of its own, as a suite wants them. */
async function writeCases(
  { write }: GatorSuite,
  file: string,
  violations: "yes" | "no",
): Promise<readonly JsonObject[]> {
  const pods = await readDocuments(file);
  const [version = "", outcome = ""] = file.split("/").slice(-2);
  return Promise.all(
    pods.map(async (pod, index) => {
      const object = `${version}-${index + 1}-${outcome}`;
      await write(object, withValidName(pod));
      return { name: `${index + 1} ${outcome}`, object, assertions: [{ violations }] };
    }),
  );
}

/** Some are called `seccompprofile_baseline0`, which an API server refuses before it asks any policy. */
function withValidName(pod: JsonObject): JsonObject {
  const metadata = objectOf(at(pod, "metadata"));
  return { ...pod, metadata: { ...metadata, name: textOf(at(metadata, "name")).replaceAll("_", "-") } };
}
