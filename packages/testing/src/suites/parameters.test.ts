import { expect, test } from "vitest";
import { parameterProblems } from "./parameters.js";

const schema = {
  type: "object",
  required: ["repos"],
  properties: {
    repos: { type: "array", items: { type: "string", minLength: 1 } },
    labels: { type: "array", items: { type: "object", properties: { key: { type: "string" } } } },
    any: { type: "object", additionalProperties: { type: "integer" } },
  },
} as const;

function problems(
  values: Parameters<typeof parameterProblems>[0]["values"],
  unknown: "refuse" | "ignore" = "refuse",
) {
  return parameterProblems({ values, locate: () => undefined, unknown }, schema).map(
    ({ code, message }) => `${code} ${message}`,
  );
}

test("values fit the schema of the author's type", () => {
  expect(problems({ repos: ["a"], labels: [{ key: "a" }], any: { x: 1 } })).toEqual([]);
  expect(problems({ repos: [""], any: { x: "1" } })).toEqual([
    "PC2201 parameter `repos[0]` must be at least 1 characters long",
    "PC2201 parameter `any.x` must be a whole number",
  ]);
  expect(problems({})).toEqual(["PC2201 parameter `repos` must be given"]);
});

test("a name that the policy does not have is a slip in a suite, and pruned in a Constraint", () => {
  expect(problems({ repos: [], repo: "a", labels: [{ ky: "a" }] })).toEqual([
    "PC2201 parameter `repo` does not exist; the policy has `repos`, `labels`, `any`",
    "PC2201 parameter `labels[0].ky` does not exist",
  ]);
  expect(problems({ repos: [], repo: "a" }, "ignore")).toEqual([]);
});
