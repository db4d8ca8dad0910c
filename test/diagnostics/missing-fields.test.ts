import { rmSync } from "node:fs";
import { expect, test } from "vitest";
import { compileModules, generatedFolder } from "../language/support/modules.js";

test("all the fields that a policy needs and lacks are told at once", () => {
  const folder = generatedFolder();
  try {
    const text = `import { Pod, policy } from "@policyc/sdk";
export default policy({ name: "example", match: [Pod], require: ({ object }) => object.spec.hostNetwork !== true });
`;
    const { diagnostics = [] } = compileModules(folder, new Map([["example", text]])).get("example") ?? {};
    expect(diagnostics.map(({ message, hint }) => [message, hint])).toEqual([
      [
        "the policy has no `title`, `description`, `severity` or `message`",
        "use `title: …`, `description: …`, `severity: …` and `message: …` in `policy({ … })`",
      ],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
