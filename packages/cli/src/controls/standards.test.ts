import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { libraryFolder } from "../bundles/library.js";
import { coverageOf } from "./coverage.js";
import type { Standard } from "./standard.js";
import { standards } from "./standards/index.js";
import { newestName } from "./standards/newest-name.js";

const all: readonly Standard[] = Object.values(standards).flat();
const known = new Set(all.flatMap(({ prefix, controls }) => controls.map(({ id }) => `${prefix}/${id}`)));

describe("the standards", () => {
  it("have each control once", () => {
    expect(known.size).toBe(all.reduce((total, { controls }) => total + controls.length, 0));
  });

  it("have as many controls as the documents", () => {
    const counts = Object.fromEntries(all.map(({ prefix, controls }) => [prefix, controls.length]));
    expect(counts).toMatchObject({
      "CIS-2.0": 131,
      "CIS-1.10": 130,
      "OWASP-K8S-2022": 10,
      "OWASP-K8S-2025": 10,
      "NIST-800-190": 24,
    });
  });

  // As kube-bench's cfg/cis-2.0 and cfg/cis-1.10 have them.
  it.each([
    [
      "CIS-2.0",
      "1.1: 21, 1.2: 30, 1.3: 7, 1.4: 2, 2: 7, 3.1: 3, 3.2: 2, 4.1: 10, 4.2: 14, 4.3: 1, 5.1: 13, 5.2: 12, 5.3: 2, 5.4: 2, 5.5: 1, 5.6: 4",
    ],
    [
      "CIS-1.10",
      "1.1: 21, 1.2: 29, 1.3: 7, 1.4: 2, 2: 7, 3.1: 3, 3.2: 2, 4.1: 10, 4.2: 13, 4.3: 1, 5.1: 13, 5.2: 13, 5.3: 2, 5.4: 2, 5.5: 1, 5.7: 4",
    ],
  ])("number the sections of %s without a gap", (prefix, sections) => {
    const ids = all.find((standard) => standard.prefix === prefix)?.controls.map(({ id }) => id) ?? [];
    const expected = sections.split(", ").flatMap((line) => {
      const [section, count] = line.split(": ");
      return Array.from({ length: Number(count) }, (_, index) => `${section}.${index + 1}`);
    });
    expect(ids).toEqual(expected);
  });

  it("say of earlier versions what became of their controls", () => {
    expect(newestName("CIS-1.10/5.7.4")).toBe("CIS-2.0/5.6.4");
    expect(newestName("CIS-1.10/5.2.13")).toBe("CIS-2.0/5.2.12");
    expect(newestName("CIS-1.10/5.2.9")).toBe("CIS-1.10/5.2.9");
    const renamed = all.flatMap(({ controls }) => controls.flatMap(({ sameAs = [] }) => sameAs));
    expect(renamed.filter((name) => !known.has(name))).toEqual([]);
  });

  it("have every control that a policy of the library names", () => {
    const named = namedByTheLibrary();
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter(({ id }) => !known.has(id))).toEqual([]);
  });

  it("are served by the library wherever a manifest can show it", () => {
    const named = namedByTheLibrary();
    const policies = named.map(({ file, id }) => ({ name: file, controls: [id] }));
    const open = all.flatMap((standard) =>
      coverageOf(standard, policies, undefined)
        .controls.filter(({ control, policies: by }) => by.length === 0 && control.elsewhere === undefined)
        .map(({ control }) => `${standard.prefix}/${control.id}`),
    );
    expect(open).toEqual([]);
  });
});

function namedByTheLibrary(): readonly { readonly file: string; readonly id: string }[] {
  const folder = libraryFolder();
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => name.endsWith("policy.ts") && !name.includes("node_modules"),
  );
  return files.flatMap((file) => {
    const [, list = ""] = /\n {2}controls: \[([^\]]*)\]/.exec(readFileSync(join(folder, file), "utf8")) ?? [];
    return [...list.matchAll(/"([^"]+)"/g)].map(([, id = ""]) => ({ file, id }));
  });
}
