import { expect, test } from "vitest";
import { pathOf } from "./location.js";

const container = { name: "a" };
const object = { spec: { initContainers: [{ name: "a" }], containers: [container] } };

test("a part is found by identity, not by content", () => {
  expect(pathOf(container, object)).toEqual(["spec", "containers", 0]);
  expect(pathOf(object, object)).toEqual([]);
});

test("what is no part of the object has no place", () => {
  expect([pathOf({ name: "a" }, object), pathOf("a", object), pathOf(undefined, object)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
