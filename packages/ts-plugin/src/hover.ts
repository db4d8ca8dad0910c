import type { EmittedFile } from "@policyc/compiler";
import { parseAllDocuments } from "yaml";

/** On these words the whole policy is shown. */
const whole: ReadonlySet<string> = new Set(["policy", "check", "require"]);

/** What stands behind a word of a policy: all that it compiles to, or the Rego rule of a helper; Markdown. */
export function hoverText(word: string, emitted: readonly EmittedFile[]): string | undefined {
  if (emitted.length === 0) return undefined;
  const rego = regoIn(emitted);
  if (whole.has(word)) return [block("rego", rego), ...celIn(emitted)].join("\n\n");
  const rule = ruleOf(word, rego);
  return rule === undefined ? undefined : block("rego", rule);
}

function regoIn(files: readonly EmittedFile[]): string {
  const template = files.find(({ path }) => path.endsWith("/template.yaml"));
  const spec = ["spec", "targets", 0, "code", 0, "source", "rego"];
  return template === undefined ? "" : textAt(template.text, spec);
}

function celIn(files: readonly EmittedFile[]): readonly string[] {
  const policy = files.find(({ path }) => path.startsWith("vap/") && !path.endsWith("kustomization.yaml"));
  if (policy === undefined) return [];
  const [document] = parseAllDocuments(policy.text);
  const spec: unknown = document?.toJS()?.spec;
  if (!isRecord(spec)) return [];
  const variables = recordsIn(spec["variables"]).map(
    ({ name, expression }) => `// variables.${String(name)}\n${String(expression)}`,
  );
  const validations = recordsIn(spec["validations"]).map(
    ({ expression }) => `// holds\n${String(expression)}`,
  );
  return [block("cel", [...variables, ...validations].join("\n"))];
}

/** A helper's rules have its name in Rego's spelling; one rule a blank line. */
function ruleOf(word: string, rego: string): string | undefined {
  const name = word.replace(/(?<=[a-z\d])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).toLowerCase();
  const rules = rego.split("\n\n").filter((rule) => new RegExp(`^${name}\\(`, "m").test(rule));
  return name === "" || rules.length === 0 ? undefined : rules.join("\n\n");
}

function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trim()}\n\`\`\``;
}

function textAt(yaml: string, path: readonly (string | number)[]): string {
  const [document] = parseAllDocuments(yaml);
  const value: unknown = document?.getIn(path);
  return typeof value === "string" ? value : "";
}

function recordsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
