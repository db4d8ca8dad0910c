/**
 * Writes the page of every policy of the library, README.md beside it, from the policy itself.
 *   tsx packages/cli/scripts/policy-docs.ts [--check]
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { loadPolicies, type SourcePolicy } from "@policyc/compiler";
import { Collector } from "@policyc/diagnostics";
import type { JsonSchema, Policy, Rollout } from "@policyc/ir";

const root = join(import.meta.dirname, "../../..");
const files = readdirSync(join(root, "policies"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith("/policy.ts") && !name.includes("node_modules"))
  .map((name) => join("policies", name))
  .sort();
const pages = loadPolicies({ root, files, collector: new Collector() }).map((source) => ({
  path: join(root, dirname(source.file), "README.md"),
  text: page(source),
}));
const outdated = pages.filter(({ path, text }) => !existsSync(path) || readFileSync(path, "utf8") !== text);
if (process.argv.includes("--check")) {
  for (const { path } of outdated) console.error(`${path} is out of date: run \`pnpm generate\``);
  process.exitCode = outdated.length === 0 && pages.length === files.length ? 0 : 1;
} else {
  for (const { path, text } of outdated) writeFileSync(path, text);
  console.log(`${pages.length} pages, ${outdated.length} written`);
}

function page({ policy, file }: SourcePolicy): string {
  const sections = [
    `<!-- Generated from policy.ts by packages/cli/scripts/policy-docs.ts. -->\n# ${policy.title}`,
    policy.description,
    ...(policy.rationale === undefined ? [] : [`**Why.** ${policy.rationale}`]),
    ...(policy.remediation === undefined ? [] : [`**How to fix.** ${policy.remediation}`]),
    facts(policy),
    ...parameters(policy.params.schema),
    `Tests: [suite.yaml](suite.yaml), with manifests in [samples](samples). Source: [policy.ts](policy.ts) in \`${dirname(file)}\`.`,
  ];
  return `${sections.join("\n\n")}\n`;
}

function facts(policy: Policy): string {
  const rows = [
    ["Name", `\`${policy.name}\``],
    ["Gatekeeper kind", `\`${policy.constraintKind}\``],
    ["Severity", policy.severity],
    ...(policy.rollout === undefined ? [] : [["Rollout", rollout(policy.rollout)]]),
    ["Kinds", [...new Set(policy.match.kinds.map(({ kind }) => kind))].join(", ")],
    ...(policy.needs === undefined ? [] : [["Needs to be told", policy.needs]]),
    ...(policy.coveredBy === undefined ? [] : [["Covered by", policy.coveredBy.join(", ")]]),
    ["Controls", policy.controls.length === 0 ? "–" : policy.controls.join(", ")],
  ];
  return ["| | |", "| --- | --- |", ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join("\n");
}

function rollout({ difficulty, effect, load }: Rollout): string {
  return `difficulty ${difficulty}, security effect ${effect}, operational load ${load}`;
}

function parameters(schema: JsonSchema): readonly string[] {
  const rows = rowsOf(schema, "");
  return rows.length === 0 ? [] : [["| parameter | type | |", "| --- | --- | --- |", ...rows].join("\n")];
}

function rowsOf({ properties }: JsonSchema, prefix: string): readonly string[] {
  if (!isSchema(properties)) return [];
  return Object.entries(properties).flatMap(([name, schema]) => {
    if (!isSchema(schema)) return [];
    const { type, description, items } = schema;
    const isList = type === "array" && isSchema(items);
    const row = `| \`${prefix}${name}\` | ${isList ? `list of ${String(items["type"])}` : String(type)} | ${typeof description === "string" ? description : ""} |`;
    return [row, ...rowsOf(isList ? items : schema, `${prefix}${name}${isList ? "[]." : "."}`)];
  });
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
