import { rmSync } from "node:fs";
import { Collector } from "@policyc/diagnostics";
import { findEngine } from "@policyc/engine";
import { parseManifests, requestOf } from "@policyc/testing";
import { afterAll, describe, expect, it } from "vitest";
import { pods } from "./pods.js";
import { agreementOn, emitted, enginesOf } from "./support/engines.js";
import { compileModules, generatedFolder } from "./support/modules.js";

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
