import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Collector } from "@policyc/diagnostics";
import { parseYaml } from "@policyc/testing";
import type { Emission } from "./engines.js";
import { moduleOf } from "./snippet.js";

/** docs/language.md, whose examples are compiled and run. */
export const referencePath: string = join(import.meta.dirname, "../../../docs/language.md");

/** One example: the heading above it, and what it needs. */
export interface Example {
  readonly heading: string;
  readonly name: string;
  readonly text: string;
  readonly minKubernetes: string;
}

const example = /^### (.+)\n([\s\S]*?)```ts\n([\s\S]*?)```/gm;

/** The examples of the reference, in order. */
export function examplesIn(markdown: string): readonly Example[] {
  return [...markdown.matchAll(example)].map(([, heading = "", , code = ""], position) => {
    const [first = "", second] = code.split("// in `check`:\n");
    const [module, body] = second === undefined ? ["", first] : [first, second];
    const params = /interface Params/.test(module) ? { paramsType: "Params", params: defaults(module) } : {};
    const name = `reference-${position}`;
    return {
      heading,
      name,
      text: moduleOf({ name, module, body, ...params }),
      minKubernetes: /\(Kubernetes (1\.\d+)\)/.exec(heading)?.[1] ?? "1.30",
    };
  });
}

/** Values for parameters, one of each type. */
function defaults(module: string): string {
  const fields = [...module.matchAll(/^ {2}(\w+): (string\[\]|string|number)/gm)];
  const values: Readonly<Record<string, string>> = { "string[]": '["a"]', string: '"a"', number: "1" };
  return `{ ${fields.map(([, name, type = ""]) => `${name}: ${values[type]}`).join(", ")} }`;
}

export function readReference(): string {
  return readFileSync(referencePath, "utf8");
}

/** How an example is emitted, for each language. */
export interface Emissions {
  readonly rego: (example: Example) => Emission;
  readonly cel: (example: Example) => Emission;
}

/** The reference with the Rego and CEL of each example as they are emitted now. */
export function refreshed(markdown: string, emissions: Emissions): string {
  const examples = examplesIn(markdown);
  let position = -1;
  return markdown.replace(
    /^(### .+\n[\s\S]*?```ts\n[\s\S]*?```\n)(?:\n```rego\n[\s\S]*?```\n\n```cel\n[\s\S]*?```\n)?/gm,
    (_, written: string) => {
      position++;
      const one = examples[position];
      if (one === undefined) return written;
      return `${written}\n\`\`\`rego\n${regoOf(emissions.rego(one))}\`\`\`\n\n\`\`\`cel\n${celOf(emissions.cel(one))}\`\`\`\n`;
    },
  );
}

/** The rules, without the package. */
function regoOf({ files }: Emission): string {
  const text = textAt(files, /template\.yaml$/, ["spec", "targets", 0, "code", 0, "source", "rego"]);
  return text.replace(/^package \w+\n+/, "").replace(/^# Example\n/, "");
}

/** The conditions, the variables and the expression that must hold, without what is the same in every policy. */
function celOf({ files }: Emission): string {
  const policy = documentOf(files, /^vap\/(?!kustomization)/);
  const expression = String(at(policy, ["spec", "validations", 0, "expression"]));
  const named = ["matchConditions", "variables"].flatMap((list) =>
    entriesOf(at(policy, ["spec", list])).map(([name, value]) => `// ${list}.${name}\n${value}`),
  );
  const usual = expression === "variables.violations.size() == 0";
  return `${[...named, ...(usual ? [] : [`// must hold\n${expression}`])].join("\n")}\n`;
}

/** Names and expressions, without the message, which is made of what is found. */
function entriesOf(list: unknown): readonly (readonly [name: string, expression: string])[] {
  return (Array.isArray(list) ? list : [])
    .map((one: unknown) => [String(at(one, ["name"])), String(at(one, ["expression"]))] as const)
    .filter(([, expression]) => !expression.startsWith("variables.violations.join"));
}

function textAt(files: Emission["files"], path: RegExp, keys: readonly (string | number)[]): string {
  return String(at(documentOf(files, path), keys));
}

function documentOf(files: Emission["files"], path: RegExp): unknown {
  const file = files.find((one) => path.test(one.path));
  return parseYaml(file?.text ?? "", "emitted.yaml", new Collector())[0]?.value;
}

function at(value: unknown, keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>((of, key) => {
    const entries = typeof of === "object" && of !== null ? Object.entries(of) : [];
    return entries.find(([name]) => name === String(key))?.[1];
  }, value);
}
