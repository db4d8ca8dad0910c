import { describe, expect, it } from "vitest";
import { Namespace, Service } from "../kinds/index.js";
import { inventory, withInventory } from "./inventory.js";

const service = (name: string, namespace: string | undefined): object => ({
  apiVersion: "v1",
  kind: "Service",
  metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
});
const objects = [
  service("web", "shop"),
  service("api", "bank"),
  service("nowhere", undefined),
  { apiVersion: "v2", kind: "Service", metadata: { name: "newer", namespace: "shop" } },
  { apiVersion: "v1", kind: "Namespace", metadata: { name: "shop" } },
];
const names = (found: readonly { readonly metadata: { readonly name: string } }[]): readonly string[] =>
  found.map(({ metadata }) => metadata.name);

describe("the inventory", () => {
  it("holds the objects of a kind and version, by namespace and name", () => {
    expect(names(withInventory(objects, () => inventory(Service)))).toEqual(["api", "web"]);
    expect(names(withInventory(objects, () => inventory(Namespace)))).toEqual(["shop"]);
  });
  it("is empty for a namespace that is absent, empty or unknown", () => {
    const found = withInventory(objects, () =>
      ["shop", "", "other", undefined].map((namespace) => names(inventory(Service, { namespace }))),
    );
    expect(found).toEqual([["web"], [], [], []]);
  });
  it("is put in order once, however many policies look at it", () => {
    let reads = 0;
    const counted = objects.map((object) => ({
      ...object,
      get metadata() {
        reads += 1;
        return "metadata" in object ? object.metadata : {};
      },
    }));
    withInventory(counted, () => undefined);
    expect(reads).toBeGreaterThan(0);
    reads = 0;
    withInventory(counted, () => undefined);
    expect(reads).toBe(0);
  });
  it("is gone after the run, also after one that failed", () => {
    expect(() =>
      withInventory(objects, () => {
        throw new Error("broken predicate");
      }),
    ).toThrow("broken predicate");
    expect(inventory(Service)).toEqual([]);
  });
});
