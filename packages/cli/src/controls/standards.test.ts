import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { libraryFolder } from "../bundles/library.js";
import type { Standard } from "./standard.js";
import { standards } from "./standards/index.js";

const all: readonly Standard[] = Object.values(standards).flat();
const known = new Set(all.flatMap(({ prefix, controls }) => controls.map(({ id }) => `${prefix}/${id}`)));

describe("the standards", () => {
  it("have each control once", () => {
    expect(known.size).toBe(all.reduce((total, { controls }) => total + controls.length, 0));
  });

  it("have as many controls as the documents", () => {
    const counts = Object.fromEntries(all.map(({ prefix, controls }) => [prefix, controls.length]));
    expect(counts).toMatchObject({
      "CIS-1.10": 130,
      "OWASP-K8S-2022": 10,
      "OWASP-K8S-2025": 10,
      "NIST-800-190": 24,
    });
  });

  it("have every control that a policy of the library names", () => {
    const folder = libraryFolder();
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
      (name) => name.endsWith("policy.ts") && !name.includes("node_modules"),
    );
    const named = files.flatMap((file) => {
      const [, list = ""] =
        /\n {2}controls: \[([^\]]*)\]/.exec(readFileSync(join(folder, file), "utf8")) ?? [];
      return [...list.matchAll(/"([^"]+)"/g)].map(([, id = ""]) => ({ file, id }));
    });
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(({ id }) => !known.has(id))).toEqual([]);
  });
});
