import { rmSync } from "node:fs";
import { Collector } from "@policyc/diagnostics";
import { findEngine } from "@policyc/engine";
import { parseManifests, requestOf } from "@policyc/testing";
import { afterAll, describe, expect, it } from "vitest";
import { pods } from "./pods.js";
import { agreementOn, emitted, enginesOf } from "./support/engines.js";
import { compileModules, generatedFolder, writeModules } from "./support/modules.js";

const written = (name: string, policy: string, imports: string) => `${imports}
export default ${policy}({
  name: "${name}", title: "Example", description: "An example.", severity: "low",
  match: [sdk.Pod, ...sdk.workloads],
  params: sdk.parameters<{ most: number }>({ most: 1 }),
  *check({ object, params }) {
    for (const c of sdk.containers(object)) if ((c.ports ?? []).length > params.most) yield sdk.violation(c.name, c);
  },
});
`;

describe.skipIf(findEngine() === undefined)(
  "the SDK by other names (skipped where the engine is not built)",
  () => {
    const folder = generatedFolder();
    afterAll(() => rmSync(folder, { recursive: true }));
    const modules = compileModules(
      folder,
      new Map([
        ["whole", written("whole", "sdk.policy", 'import * as sdk from "@policyc/sdk";')],
        [
          "renamed",
          written(
            "renamed",
            "define",
            'import * as sdk from "@policyc/sdk";\nimport { policy as define } from "@policyc/sdk";',
          ),
        ],
      ]),
    );
    for (const name of ["whole", "renamed"])
      it(`a policy is found where the SDK is imported ${name}`, async () => {
        const { path, source, diagnostics = [] } = modules.get(name) ?? {};
        expect(diagnostics).toEqual([]);
        if (source === undefined || path === undefined) throw new Error("no policy");
        const { files, diagnostics: reported } = emitted(source, { most: 1 }, "1.30");
        expect(reported).toEqual([]);
        const engines = await enginesOf(path, source, files, "1.30");
        const said = parseManifests(pods, "pods.yaml", new Collector()).flatMap((manifest) => {
          const { agreement, messages } = agreementOn(engines, requestOf(manifest, {}).request, { most: 1 });
          expect(agreement).toEqual({ agrees: true });
          return messages;
        });
        expect(said).toEqual(["a"]);
      });
  },
);

/** What other modules export as their default: a table, a list, a function, rules. */
const defaults = new Map([
  ["limits", "export default { a: 1, b: 0 } as { readonly [name: string]: number };"],
  ["names", '/** The names. */\nexport default ["a", "b", "c", "d"] as const satisfies readonly string[];'],
  ["is-bare", 'export default (image: string): boolean => image === "" || image.endsWith(":latest");'],
  [
    "rules",
    `import type { Container } from "@policyc/sdk";
interface Rule { readonly says: string; readonly bad: (c: Container) => boolean }
const rules = [{ says: "a terminal", bad: (c) => !!c.tty }, { says: "no image", bad: ({ image }) => image === undefined }] as const satisfies readonly Rule[];
export default rules as readonly Rule[];`,
  ],
]);

const reader = `import { Pod, policy, violation } from "@policyc/sdk";
import isBare from "../is-bare/policy.js";
import limits from "../limits/policy.js";
import names from "../names/policy.js";
import rules from "../rules/policy.js";
export default policy({
  name: "reader", title: "Example", description: "An example.", severity: "low", match: [Pod],
  *check({ object }) {
    for (const c of object.spec.containers) {
      const limit = limits[c.name];
      if (limit !== undefined && (c.ports ?? []).length > limit) yield violation(\`\${c.name} \${limit}\`);
      if (isBare(c.image ?? "") && names.some((name) => name === c.name)) yield violation(\`\${c.name} is bare\`);
      for (const { says, bad } of rules) if (bad(c)) yield violation(\`\${c.name}: \${says}\`);
    }
  },
});
`;

describe.skipIf(findEngine() === undefined)(
  "the default export of another module (skipped where the engine is not built)",
  () => {
    const folder = generatedFolder();
    afterAll(() => rmSync(folder, { recursive: true }));
    writeModules(folder, defaults);
    const { path, source, diagnostics } =
      compileModules(folder, new Map([["reader", reader]])).get("reader") ?? {};

    it("is a constant or a function like one with a name", async () => {
      expect(diagnostics).toEqual([]);
      if (source === undefined || path === undefined) throw new Error("no policy");
      const { files } = emitted(source, {}, "1.30");
      const engines = await enginesOf(path, source, files, "1.30");
      const said = parseManifests(pods, "pods.yaml", new Collector()).flatMap((manifest) => {
        const { agreement, messages } = agreementOn(engines, requestOf(manifest, {}).request, {});
        expect(agreement).toEqual({ agrees: true });
        return messages;
      });
      expect(said).toEqual(["a 1", "c is bare", "c: no image"]);
    });
  },
);
