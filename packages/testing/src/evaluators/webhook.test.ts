import { expect, test } from "vitest";
import { webhookAsks } from "./webhook.js";

const pod = {
  kind: { group: "", version: "v1", kind: "Pod" },
  resource: { group: "", version: "v1", resource: "pods" },
};

test.each([
  ["a creation", { operation: "CREATE" } as const, true],
  ["a deletion", { operation: "DELETE" } as const, false],
  ["an audit", {}, true],
  ["an ephemeral container", { operation: "UPDATE", subResource: "ephemeralcontainers" } as const, true],
  ["a status", { operation: "UPDATE", subResource: "status" } as const, false],
])("Gatekeeper is asked about %s: %s", (_, about, expected) => {
  expect(webhookAsks({ ...pod, ...about }, ["CREATE", "UPDATE"])).toBe(expected);
});
