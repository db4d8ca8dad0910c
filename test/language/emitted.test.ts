import { rmSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { constructModule } from "./support/construct-module.js";
import { emitted } from "./support/engines.js";
import { compileModules, generatedFolder } from "./support/modules.js";

const hostOf = `(image: string): string { const slash = image.indexOf("/"); return slash < 0 ? "docker.io" : image.slice(0, slash); }`;
const ourHosts = (host: string): string =>
  `for (const c of object.spec.containers) if (!${host}(c.image ?? "").startsWith("reg")) yield violation(\`\${c.name} \${${host}(c.image ?? "")}\`);`;

/** What is written, and a line of what a reader of the manifests finds. */
const written: Readonly<Record<string, { module: string; body: string; finds: string }>> = {
  "a function of a class is a rule with its name": {
    module: `class Images { /** Who has it. */ static host${hostOf} }`,
    body: ourHosts("Images.host"),
    finds: '# Who has it.\nhost(image) := "docker.io" if {',
  },
  "a function of an object is a rule with its name": {
    module: `const images = { /** Who has it. */ host: ${hostOf.replace(": string {", ": string => {")} };`,
    body: ourHosts("images.host"),
    finds: '# Who has it.\nhost(image) := "docker.io" if {',
  },
  "a function of a namespace is a rule with its name": {
    module: `namespace Images { /** Who has it. */ export function host${hostOf} }`,
    body: ourHosts("Images.host"),
    finds: '# Who has it.\nhost(image) := "docker.io" if {',
  },
  "a position behind the test that it is one is read as it is": {
    module: `function host${hostOf}`,
    body: ourHosts("host"),
    finds: `c.?image.orValue("").contains("/") ?\nc.image.substring(0, c.image.indexOf("/")) :`,
  },
  "that a rest has something is asked of the whole": {
    module: "",
    body: `const [first, ...others] = object.spec.volumes ?? []; if (others.length > 0) yield violation(first!.name);`,
    finds: "count(volumes) > 1\n",
  },
  "what is found and asked for is computed once": {
    module: `function whyOf(c: Container): { name: string; why: string } | undefined { if (!c.image) return { name: c.name, why: "has no image" }; return c.tty ? { name: c.name, why: "has a terminal" } : undefined; }`,
    body: `const found: { name: string; why: string }[] = []; for (const c of object.spec.containers) { const p = whyOf(c); if (p) found.push(p); } for (const { name, why } of found) yield violation(\`\${name} \${why}\`);`,
    finds: "some c in input.review.object.spec.containers\np := why_of(c)\nmessage := ",
  },
};

const plain = (text: string): string => text.replaceAll(/^\s+/gm, "");

describe("what a reader of the manifests finds", () => {
  const folder = generatedFolder();
  afterAll(() => rmSync(folder, { recursive: true }));
  const names = Object.keys(written).map((says, at) => [`emitted-${at}`, says] as const);
  const modules = compileModules(
    folder,
    new Map(
      names.map(([name, says]) => [
        name,
        constructModule({ says, ...written[says], body: written[says]?.body ?? "" }, name),
      ]),
    ),
  );

  it.each(names)("%s: %s", (name, says) => {
    const source = modules.get(name)?.source;
    if (source === undefined) throw new Error("no policy");
    const { files } = emitted(source, {}, "1.30");
    expect(plain(files.map(({ text }) => text).join("\n"))).toContain(written[says]?.finds);
  });
});
