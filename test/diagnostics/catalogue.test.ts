import { readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { policyModules } from "@policyc/compiler";
import { Collector, type Diagnostic } from "@policyc/diagnostics";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emitted } from "../language/support/engines.js";
import { generatedFolder, writeModules } from "../language/support/modules.js";
import { moduleOf } from "../language/support/snippet.js";

const root = resolve(import.meta.dirname, "../..");
const sources = readdirSync(join(root, "packages/compiler/src"), { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
  .map((path) => readFileSync(join(root, "packages/compiler/src", path), "utf8"));

/** The diagnostics that the compiler defines: code to the name of its factory. */
const defined = new Map(
  sources.flatMap((text) =>
    [...text.matchAll(/const (\w+) = defineDiagnostic\(\s*"(PC\d{4})"/g)].map(([, name = "", code = ""]) => [
      code,
      name,
    ]),
  ),
);
const codes = [...defined.keys()].sort();
const fixtures = readdirSync(import.meta.dirname).filter((file) => /^PC\d{4}(\.other)?\.ts$/.test(file));
const pages = join(root, "docs/diagnostics");

/** What `build` reports for the newest Kubernetes that every cluster may be older than. */
function reported(
  project: ReturnType<typeof policyModules>,
  files: readonly string[],
): readonly Diagnostic[] {
  const collector = new Collector();
  const policies = project.lower({ files, collector });
  const emissions = policies.flatMap(
    (source) => emitted(source, source.policy.params.defaults, "1.30").diagnostics,
  );
  return [...collector.diagnostics, ...emissions];
}

describe("each diagnostic of the compiler", () => {
  it("has a fixture, a page and a place that reports it", () => {
    expect(fixtures.filter((file) => !file.includes("other")).map((file) => basename(file, ".ts"))).toEqual(
      codes,
    );
    expect(readdirSync(pages).map((file) => basename(file, ".md"))).toEqual(codes);
    const unused = codes.filter((code) => {
      const calls = new RegExp(`(?<!const )\\b${defined.get(code)}\\(`);
      return !sources.some((text) => calls.test(text));
    });
    expect(unused).toEqual([]);
  });
});

describe("fixtures", () => {
  const project = policyModules(import.meta.dirname);
  it.each(codes)("%s is reported where the fixture says, and nothing else", (code) => {
    const files = fixtures.filter((file) => file.startsWith(code)).sort();
    const file = `${code}.ts`;
    const found = reported(project, files)
      .filter(({ span }) => span?.file === file)
      .map(({ code: one, span }) => `${one} at ${span?.start.line}:${span?.start.column}`);
    expect(found).toEqual(marksIn(readFileSync(join(import.meta.dirname, file), "utf8")));
    expect(found.some((one) => one.startsWith(code))).toBe(true);
  });
});

/** `// PC1012 at column 9` speaks of the line above it. */
function marksIn(text: string): readonly string[] {
  const lines = text.split("\n");
  return lines.flatMap((line, position) => {
    const [, code, column] = /^\s*\/\/ (PC\d{4}) at column (\d+)$/.exec(line) ?? [];
    const isMark = (at: number): boolean => /^\s*\/\/ PC\d{4} at column/.test(lines[at] ?? "");
    let above = position - 1;
    while (isMark(above)) above--;
    return code === undefined ? [] : [`${code} at ${above + 1}:${column}`];
  });
}

describe("pages", () => {
  const folder = generatedFolder();
  const written = codes.flatMap((code) =>
    snippetsOf(code).map(({ side, text }) => [`${code}-${side}`, text] as const),
  );
  beforeAll(() => writeModules(folder, new Map(written)));
  afterAll(() => rmSync(folder, { recursive: true }));
  const project = policyModules(folder);

  it.each(codes.filter((code) => !fixtures.includes(`${code}.other.ts`)))(
    "%s: wrong is, and right is not",
    (code) => {
      const of = (side: string) =>
        reported(project, [`${code}-${side}/policy.ts`])
          .filter(({ severity, code: own }) => severity === "error" || own === code)
          .map((diagnostic) => `${diagnostic.code}: ${diagnostic.message}`);
      expect(of("wrong").some((message) => message.startsWith(code))).toBe(true);
      expect(of("right")).toEqual([]);
    },
  );
});

/** The two code blocks of a page, each as a module. */
function snippetsOf(code: string): readonly { readonly side: string; readonly text: string }[] {
  const page = readFileSync(join(pages, `${code}.md`), "utf8");
  return ["wrong", "right"].map((side) => {
    const block = new RegExp(`## ${side}\\s+\`\`\`ts\\n([\\s\\S]*?)\`\`\``, "i").exec(page)?.[1] ?? "";
    return { side, text: /^(?:import|export) /.test(block) ? block : wrapped(block) };
  });
}

function wrapped(block: string): string {
  const [first = "", second] = block.split("// in `check`:\n");
  const [module, body] = second === undefined ? ["", first] : [first, second];
  const params = { names: "{ names: [] }", value: '{ value: "" }' };
  const [, field = ""] = /interface Params \{\s*(\w+)/.exec(module) ?? [];
  const declared = module.includes("interface Params") ? { paramsType: "Params", params: "{}" } : {};
  const known = Object.entries(params).find(([name]) => name === field)?.[1];
  return moduleOf({
    name: "example",
    module,
    body,
    ...declared,
    ...(known === undefined ? {} : { params: known }),
  });
}
