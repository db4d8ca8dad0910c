import { startOf } from "@policyc/diagnostics";
import { expect, test } from "vitest";
import { type Unsaid, unsaidTogether } from "./unsaid.js";

const instead = "use `minKubernetes`";
const sorted: Unsaid = [startOf("policy.ts"), "a sorted list", instead];

test("what several targets cannot say is told once", () => {
  const said = unsaidTogether([
    ["ClusterPolicy", sorted],
    ["ValidatingPolicy", [startOf("policy.ts"), "a sorted list", instead]],
    ["ValidatingAdmissionPolicy", sorted],
    ["ClusterPolicy", sorted],
  ]);
  expect(said.map(({ message }) => message)).toEqual([
    "ClusterPolicy, ValidatingPolicy and ValidatingAdmissionPolicy cannot say a sorted list",
  ]);
});

test("what differs, in a word or in its place, is told by itself", () => {
  const said = unsaidTogether([
    ["ClusterPolicy", sorted],
    ["ValidatingPolicy", [startOf("policy.ts"), "a slice", instead]],
    ["ValidatingPolicy", [startOf("other.ts"), "a sorted list", instead]],
  ]);
  expect(said.map(({ message, span }) => [span?.file, message])).toEqual([
    ["policy.ts", "ClusterPolicy cannot say a sorted list"],
    ["policy.ts", "ValidatingPolicy cannot say a slice"],
    ["other.ts", "ValidatingPolicy cannot say a sorted list"],
  ]);
});
