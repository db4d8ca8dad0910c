import { expect, it } from "vitest";
import { isSameObject } from "./same-object.js";

it("compares kind, namespace and name, and nothing else", () => {
  const pod = { kind: "Pod", metadata: { name: "p", namespace: "x" } };
  expect(isSameObject(pod, { ...pod, metadata: { ...pod.metadata } })).toBe(true);
  expect(isSameObject(pod, { ...pod, kind: "Service" })).toBe(false);
  expect(isSameObject(pod, { kind: "Pod", metadata: { name: "p" } })).toBe(false);
  expect(isSameObject(pod, { kind: "Pod", metadata: { name: "q", namespace: "x" } })).toBe(false);
});
