import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { compileModules, generatedFolder } from "../language/support/modules.js";

test("a message calls a type by its name, not by where it is declared", () => {
  const folder = generatedFolder();
  try {
    const text = `import { Pod, policy, violation } from "@policyc/sdk";
export default policy({ name: "example", title: "Example", description: "An example.", severity: "low", match: [Pod],
  *check({ object }) { yield violation(\`\${object.spec}\`); } });
`;
    const { diagnostics = [] } = compileModules(folder, new Map([["example", text]])).get("example") ?? {};
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "a value of type `PodSpec` cannot stand in text",
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
