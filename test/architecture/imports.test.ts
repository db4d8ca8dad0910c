import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");

/** Which package may import which: the table of docs/architecture.md. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  diagnostics: [],
  sdk: [],
  engine: [],
  ir: ["diagnostics"],
  kinds: ["diagnostics"],
  compiler: ["diagnostics", "ir", "sdk"],
  testing: ["diagnostics", "ir", "kinds", "sdk", "engine", "compiler"],
  "ts-plugin": ["diagnostics", "compiler"],
  cli: ["diagnostics", "ir", "kinds", "sdk", "engine", "compiler", "testing"],
};

interface SourceFile {
  readonly path: string;
  readonly imports: readonly string[];
  readonly lines: number;
}

function sourcesOf(folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !name.includes("node_modules"))
    .map((name) => {
      const text = readFileSync(join(root, folder, name), "utf8");
      return {
        path: join(folder, name),
        imports: ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName),
        lines: text.split("\n").length,
      };
    });
}

describe("the picture in docs/architecture.md", () => {
  for (const [name, allowed] of Object.entries(mayImport)) {
    it(`package ${name} imports only what is below it`, () => {
      const sources = sourcesOf(`packages/${name}/src`);
      expect(sources.length).toBeGreaterThan(0);
      const wrong = sources.flatMap((source) =>
        source.imports
          .filter((target) => target.startsWith("@policyc/"))
          .filter((target) => !allowed.includes(target.split("/")[1] ?? "") && target.split("/")[1] !== name)
          .map((target) => `${source.path} → ${target}`),
      );
      expect(wrong).toEqual([]);
    });
  }

  it("only the frontend knows TypeScript's compiler", () => {
    const wrong = sourcesOf("packages/compiler/src").filter(
      (source) =>
        !source.path.startsWith(join("packages/compiler/src/frontend")) &&
        source.imports.includes("typescript"),
    );
    expect(wrong.map((source) => source.path)).toEqual([]);
  });

  it("the backends know neither each other nor the targets nor the frontend", () => {
    const wrong = ["rego", "cel"].flatMap((backend) =>
      sourcesOf(`packages/compiler/src/backends/${backend}`).flatMap((source) =>
        source.imports
          .filter((target) => target.startsWith("."))
          .map((target) => relative(root, join(root, source.path, "..", target)))
          .filter((target) => !target.startsWith(join("packages/compiler/src/backends", backend)))
          .map((target) => `${source.path} → ${target}`),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it("no hand-written file grows past 300 lines", () => {
    const long = Object.keys(mayImport)
      .flatMap((name) => sourcesOf(`packages/${name}/src`))
      .filter((source) => source.lines > 300 && !source.path.includes(join("sdk/src/kinds")));
    expect(long.map((source) => `${source.path}: ${source.lines} lines`)).toEqual([]);
  });
});
