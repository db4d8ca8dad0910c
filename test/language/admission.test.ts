import { rmSync } from "node:fs";
import { Collector, renderDiagnostic } from "@policyc/diagnostics";
import { findEngine } from "@policyc/engine";
import { parseManifests, requestOf } from "@policyc/testing";
import { afterAll, describe, expect, it } from "vitest";
import { pods } from "./pods.js";
import { agreementOn, emitted, enginesOf } from "./support/engines.js";
import { compileModules, generatedFolder } from "./support/modules.js";

/** The argument of `check` as a whole: taken apart later, and given to functions. */
const policyText = `import { type Admission, Pod, policy, type Violation, violation } from "@policyc/sdk";
function isSystem({ request }: Admission<Pod>): boolean { return request.userInfo?.username?.startsWith("system:") ?? false; }
const nameOf = (admission: Admission<Pod>): string => admission.object.metadata.name;
function* onUpdate({ object, oldObject }: Admission<Pod>): Generator<Violation> { if (oldObject && oldObject.spec.hostname !== object.spec.hostname) yield violation("the hostname changes"); }
export default policy({
  name: "whole", title: "Whole", description: "Takes the whole argument.", severity: "low",
  match: { kinds: [Pod], operations: ["CREATE", "UPDATE"] },
  *check(admission) {
    const { request, object: pod } = admission;
    if (isSystem(admission)) return;
    if (request.operation === "UPDATE") { const { oldObject } = admission; yield* onUpdate(admission); yield violation(oldObject?.spec.hostname ?? "none"); }
    for (const c of pod.spec.containers) yield violation(\`\${nameOf(admission)} \${c.name}\`);
  },
});
`;

describe.skipIf(findEngine() === undefined)(
  "the whole argument of check: JavaScript = WASM = OPA = CEL (skipped where the engine is not built)",
  () => {
    const folder = generatedFolder();
    afterAll(() => rmSync(folder, { recursive: true }));

    it("is taken apart in a statement, and given to functions", async () => {
      const { path, source, diagnostics } = compileModules(folder, new Map([["whole", policyText]])).get(
        "whole",
      ) ?? { path: "", source: undefined, diagnostics: [] };
      expect(diagnostics.map((one) => renderDiagnostic(one, () => undefined))).toEqual([]);
      if (source === undefined) throw new Error("no policy");
      const { files } = emitted(source, {}, "1.30");
      const engines = await enginesOf(path, source, files, "1.30");
      const manifests = parseManifests(pods, "pods.yaml", new Collector());
      const users = [undefined, { username: "system:node:a" }, { username: "me" }];
      const said = manifests.flatMap((manifest, position) =>
        users.map((userInfo) => {
          const operation = position % 2 === 0 ? "UPDATE" : "CREATE";
          const oldObject = manifests[position + 1]?.object;
          const before = operation === "UPDATE" && oldObject !== undefined ? { oldObject } : {};
          const { request } = requestOf(manifest, { operation, ...before, ...(userInfo && { userInfo }) });
          const { agreement, messages } = agreementOn(engines, request, {});
          expect(agreement).toEqual({ agrees: true });
          return messages.length;
        }),
      );
      expect(said.some((count) => count > 0)).toBe(true);
      expect(said).toContain(0);
    });
  },
);
