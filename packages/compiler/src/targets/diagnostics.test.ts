import { startOf } from "@policyc/diagnostics";
import { expect, test } from "vitest";
import { noInventory, notInCel, together } from "./diagnostics.js";

const span = startOf("policy.ts");
const instead = "use `minKubernetes`";

test("what several targets cannot say is told once", () => {
  const said = ["ClusterPolicy", "ValidatingPolicy", "ValidatingAdmissionPolicy"].map((target) =>
    notInCel(span, target, "a sorted list", instead),
  );
  expect(together(said).map(({ message }) => message)).toEqual([
    "ClusterPolicy, ValidatingPolicy and ValidatingAdmissionPolicy cannot say a sorted list",
  ]);
  expect(together(said.slice(0, 1))).toEqual(said.slice(0, 1));
});

test("what differs, in a word or in its place, is told by itself", () => {
  const diagnostics = [
    notInCel(span, "ClusterPolicy", "a sorted list", instead),
    notInCel(span, "ValidatingPolicy", "a slice", instead),
    notInCel(startOf("other.ts"), "ValidatingPolicy", "a sorted list", instead),
    noInventory(span, "ClusterPolicy", "kyverno"),
    noInventory(span, "ValidatingAdmissionPolicy", "vap"),
  ];
  expect(together(diagnostics)).toEqual(diagnostics);
});
