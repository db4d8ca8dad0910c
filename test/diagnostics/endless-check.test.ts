import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { compileModules, generatedFolder } from "../language/support/modules.js";
import { moduleOf } from "../language/support/snippet.js";

test("where TypeScript's own checker calls itself without end the module is refused", () => {
  const folder = generatedFolder();
  try {
    const text = moduleOf({
      name: "example",
      module: 'const known: { [key: string]: string } = { a: "b" };',
      body: "for (const c of object.spec.containers) if (c.command?.[0] !== undefined && c.args) for (const { image = c.command?.[0] } of object.spec.containers) { let name = image; if (known[image]) name = name; }",
    });
    const { diagnostics = [] } = compileModules(folder, new Map([["example", text]])).get("example") ?? {};
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      "PC1100 TypeScript cannot check this module: its checker calls itself without end",
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
