import { rmSync } from "node:fs";
import { Collector } from "@policyc/diagnostics";
import { findEngine } from "@policyc/engine";
import { parseManifests, requestOf } from "@policyc/testing";
import { describe, expect, it } from "vitest";
import { agreementOn, emitted, enginesOf } from "./support/engines.js";
import { compileModules, generatedFolder } from "./support/modules.js";
import { moduleOf } from "./support/snippet.js";

const pod = `
apiVersion: v1
kind: Pod
metadata: { name: p, labels: { a: constructor, b: toString, c: known, d: __proto__ } }
spec: { containers: [{ name: c, image: x }] }
`;

const each = "for (const value of Object.values(object.metadata.labels ?? {}))";
const module = `const table: Record<string, string> = { known: "k" }; const map = new Map(Object.entries(table));`;

/** What a policy says of the pod: by JavaScript, and by all engines, which agree with each other. */
async function said(name: string, body: string) {
  const folder = generatedFolder();
  const { source, path } =
    compileModules(folder, new Map([[name, moduleOf({ name, module, body })]])).get(name) ?? {};
  if (source === undefined || path === undefined) throw new Error("no policy");
  const { files } = emitted(source, {}, "1.35");
  const [javascript, ...others] = await enginesOf(path, source, files, "1.35");
  rmSync(folder, { recursive: true });
  const [manifest] = parseManifests(pod, "pod.yaml", new Collector());
  if (javascript === undefined || manifest === undefined) throw new Error("nothing to ask");
  const { request } = requestOf(manifest, {});
  const { agreement, messages } = agreementOn(others, request, {});
  expect(agreement).toEqual({ agrees: true });
  return { javascript: () => agreementOn([javascript], request, {}).messages, engines: messages };
}

describe.skipIf(findEngine() === undefined)("a key that JavaScript's objects inherit", () => {
  it.each([
    ["is read", `${each} if (table[value] !== undefined) yield violation(value);`],
    ["is asked for", `${each} if (value in table) yield violation(value);`],
    ["is written out", `${each} if (table[value] === "k" || "toString" in table) yield violation(value);`],
  ])("is in no table of a module where it %s, but for Node alone", async (_, body) => {
    const { javascript, engines } = await said("inherited", body);
    expect(engines).toEqual(["known"]);
    expect(javascript()).not.toEqual(["known"]);
  });

  it.each([
    ["Object.hasOwn", `${each} if (Object.hasOwn(table, value)) yield violation(value);`],
    ["a Map", `${each} if (map.has(value)) yield violation(map.get(value) === "k" ? value : "other");`],
    ["a list of the keys", `${each} if (Object.keys(table).includes(value)) yield violation(value);`],
  ])("is in none for Node, either, where %s is asked", async (_, body) => {
    const { javascript, engines } = await said("own", body);
    expect(engines).toEqual(["known"]);
    expect(javascript()).toEqual(["known"]);
  });
});
