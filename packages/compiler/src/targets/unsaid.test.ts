import { startOf } from "@policyc/diagnostics";
import { expect, test } from "vitest";
import { type Unsaid, unsaidTogether } from "./unsaid.js";

const instead = "use `minKubernetes`";
const sorted: Unsaid = [startOf("policy.ts"), "a sorted list", instead];

test("what several targets cannot say is told once", () => {
  const said = unsaidTogether([
    ["kyverno", sorted],
    ["kyverno-vpol", [startOf("policy.ts"), "a sorted list", instead]],
    ["vap", sorted],
    ["kyverno", sorted],
  ]);
  expect(said.map(({ message }) => message)).toEqual([
    "Kyverno ClusterPolicy, Kyverno ValidatingPolicy and ValidatingAdmissionPolicy cannot say a sorted list",
  ]);
  expect(said.map(({ hint }) => hint)).toEqual([
    'use `minKubernetes`; or leave these targets out for this policy by `unreachable: { kyverno: "why", "kyverno-vpol": "why", vap: "why" }` in `policy({ … })`',
  ]);
});

test("what differs, in a word or in its place, is told by itself", () => {
  const said = unsaidTogether([
    ["kyverno", sorted],
    ["kyverno-vpol", [startOf("policy.ts"), "a slice", instead]],
    ["kyverno-vpol", [startOf("other.ts"), "a sorted list", instead]],
  ]);
  expect(said.map(({ message, span }) => [span?.file, message])).toEqual([
    ["policy.ts", "Kyverno ClusterPolicy cannot say a sorted list"],
    ["policy.ts", "Kyverno ValidatingPolicy cannot say a slice"],
    ["other.ts", "Kyverno ValidatingPolicy cannot say a sorted list"],
  ]);
});
