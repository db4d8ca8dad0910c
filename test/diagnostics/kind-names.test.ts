import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { compileModules, generatedFolder } from "../language/support/modules.js";

test.each([
  [
    "plural",
    'plural: "pods/eviction"',
    "the plural as in the URL, e.g. `certificates`; a sub-resource is a field of its own",
  ],
  ["plural", 'plural: "Evictions"', "the plural as in the URL"],
  ["group", 'group: "policy/v1"', "the group alone"],
  ["version", 'version: "policy/v1"', "the version alone"],
  ["kind", 'kind: "pods/eviction"', "the name of a kind"],
])("a `%s` that no API has is refused: %s", (field, written, expected) => {
  const folder = generatedFolder();
  try {
    const identity = `group: "policy", version: "v1", kind: "Eviction", plural: "evictions", scope: "Namespaced"`;
    const text = `import { kind, type NamedObjectMeta, policy } from "@policyc/sdk";
interface Eviction { apiVersion: string; kind: string; metadata: NamedObjectMeta }
const Eviction = kind<Eviction>({ ${identity.replace(new RegExp(`${field}: "\\w+"`), written)} });
export default policy({ name: "example", title: "t", description: "d", severity: "low", match: [Eviction], require: ({ object }) => object.metadata.name !== "x", message: "x" });
`;
    const { diagnostics = [] } = compileModules(folder, new Map([["example", text]])).get("example") ?? {};
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["PC2006", expect.stringContaining(`\`${field}\` is not ${expected}`)],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
