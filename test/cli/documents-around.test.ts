import { findEngine } from "@policyc/engine";
import { describe, expect, it } from "vitest";
import { projectWith } from "./support/project.js";

const macrosDefined = `
import { document, inventory, policy, violation } from "@policyc/sdk";

interface Rules {
  items: { rule?: string; macro?: string; uses?: string }[];
}
const Rules = document<Rules>({ name: "Rules", recognise: { items: { hasAny: ["rule", "macro"] } } });

export default policy({
  name: "macros-defined",
  title: "Macros are defined",
  description: "A rule uses a macro that some file defines.",
  severity: "low",
  match: [Rules],
  *check({ object }) {
    const macros = inventory(Rules).flatMap(({ items }) => items.map(({ macro }) => macro));
    for (const { rule, uses } of object.items)
      if (rule !== undefined && !macros.includes(uses)) yield violation(\`rule <\${rule}> uses nothing that there is\`);
  },
});
`;

describe.skipIf(findEngine() === undefined)("the documents of a run", () => {
  it("are around each other, those of one ConfigMap among them", async () => {
    const tried = projectWith({
      "policyc.yaml": "stage: audit\n",
      "policies/macros-defined/policy.ts": macrosDefined,
      "own.yaml": "- macro: mine\n",
      "map.yaml": `apiVersion: v1
kind: ConfigMap
metadata: { name: rules, namespace: falco }
data:
  macros.yaml: |
    - macro: shell
  rules.yaml: |
    - { rule: a, uses: shell }
    - { rule: b, uses: mine }
    - { rule: c, uses: nobodys }
`,
    });
    const { stdout, code } = await tried.policyc("check", ".", "--engine", "js,wasm", "--format", "json");
    expect(code).toBe(1);
    const { violations } = JSON.parse(stdout);
    expect(violations.map(({ message }: { message: string }) => message)).toEqual([
      "rule <c> uses nothing that there is",
    ]);
  });
});
