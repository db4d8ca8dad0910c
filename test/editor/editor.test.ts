import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EditorDiagnostic, TsServer } from "./tsserver.js";

const clone = join(import.meta.dirname, "../..");

const helper = `/** Is it one of ours? */
export function isOurs(image: string): boolean {
  return image.startsWith("registry.example/");
}
`;
const policy = `import { containers, policy, violation, workloads } from "@policyc/sdk";
import { isOurs } from "./ours.js";

export default policy({
  name: "our-images",
  title: "Our images",
  description: "Only ours.",
  severity: "low",
  match: workloads,
  *check({ object }) {
    for (const container of containers(object)) {
      if (!isOurs(container.image ?? "")) yield violation("not ours", container);
    }
  },
});
`;

describe("the plugin in a real tsserver", () => {
  let folder: string;
  let server: TsServer;
  const file = (name: string): string => join(folder, name);

  beforeAll(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "policyc-editor-")));
    mkdirSync(file("node_modules/@policyc"), { recursive: true });
    for (const name of ["sdk", "ts-plugin"])
      symlinkSync(join(clone, "packages", name), file(`node_modules/@policyc/${name}`));
    writeFileSync(file("package.json"), '{ "type": "module" }');
    writeFileSync(
      file("tsconfig.json"),
      JSON.stringify({
        compilerOptions: {
          module: "nodenext",
          target: "es2023",
          strict: true,
          noEmit: true,
          customConditions: ["@policyc/source"],
          plugins: [{ name: "@policyc/ts-plugin" }],
        },
      }),
    );
    writeFileSync(file("ours.ts"), helper);
    writeFileSync(file("policy.ts"), policy);
    server = new TsServer(folder);
    server.notify("open", { file: file("policy.ts") });
    server.notify("open", { file: file("ours.ts") });
    await loaded();
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  /** The compiler comes a moment after the editor's first question. */
  async function loaded(): Promise<void> {
    await write("policy.ts", policy.replace("===", "==").replace('?? ""', "!"));
    for (let found = await diagnosticsIn("policy.ts"); found.length === 0; )
      found = await diagnosticsIn("policy.ts");
    await write("policy.ts", policy);
  }

  function write(name: string, text: string): Promise<unknown> {
    return server.request("updateOpen", {
      openFiles: [{ file: file(name), fileContent: text }],
    });
  }

  async function diagnosticsIn(name: string): Promise<readonly EditorDiagnostic[]> {
    const found = server.event("semanticDiag", file(name));
    server.notify("geterr", { files: [file(name)], delay: 0 });
    return (await found).body?.diagnostics ?? [];
  }

  async function hover(name: string, text: string, word: string): Promise<string | undefined> {
    const before = text.slice(0, text.indexOf(word)).split("\n");
    const position = { line: before.length, offset: (before.at(-1) ?? "").length + 1 };
    return (await server.request("quickinfo", { file: file(name), ...position })).body?.documentation;
  }

  it("has nothing to say of a policy in which nothing is wrong", async () => {
    expect(await diagnosticsIn("policy.ts")).toEqual([]);
  });

  it("underlines what is outside of the language, before the file is saved", async () => {
    await write("policy.ts", policy.replace('container.image ?? ""', "container.image!"));
    const [found] = await diagnosticsIn("policy.ts");
    expect(found).toMatchObject({
      start: { line: 12, offset: 19 },
      code: 1101,
      category: "error",
      source: "policyc",
      text: expect.stringMatching(/^PC1101: .*\nhelp: use /s),
    });
    await write("policy.ts", policy);
    expect(await diagnosticsIn("policy.ts")).toEqual([]);
  });

  it("underlines what is wrong in a helper, in the helper", async () => {
    await write("ours.ts", helper.replace("image.startsWith(", "Math.random() > 0 && image.startsWith("));
    expect(await diagnosticsIn("policy.ts")).toEqual([]);
    expect(await diagnosticsIn("ours.ts")).toMatchObject([{ start: { line: 3 }, source: "policyc" }]);
    await write("ours.ts", helper);
    await diagnosticsIn("policy.ts");
    expect(await diagnosticsIn("ours.ts")).toEqual([]);
  });

  it("does not repeat what TypeScript says", async () => {
    await write("policy.ts", policy.replace('"not ours"', "7"));
    expect((await diagnosticsIn("policy.ts")).map(({ source }) => source)).toEqual([undefined]);
    await write("policy.ts", policy);
  });

  it("shows on hover what a policy compiles to", async () => {
    const text = await hover("policy.ts", policy, "check");
    expect(text).toContain("violation contains");
    expect(text).toContain("```cel");
  });

  it("shows on hover the rule that a helper becomes", async () => {
    const text = await hover("policy.ts", policy, "isOurs(container");
    expect(text).toContain('is_ours(image) if startswith(image, "registry.example/")');
    expect(text).not.toContain("violation contains");
  });
});
