import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { manifestFile, manifestName, manifestOf, readManifest } from "./manifest.js";
import { planWrite, type WritePlan } from "./plan.js";
import { writeAtomically } from "./write-atomically.js";

let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "policyc-write-")), "dist");
});

afterEach(() => {
  rmSync(dirname(folder), { recursive: true, force: true });
});

function planned(files: Readonly<Record<string, string>>): WritePlan {
  const tree = Object.entries(files).map(([path, text]) => ({ path, text }));
  return planWrite(folder, [...tree, manifestFile(manifestOf(tree))], readManifest(folder));
}

function content(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
}

describe("writeAtomically", () => {
  it("writes what is missing, in folders that it makes", () => {
    expect(writeAtomically(planned({ "vap/a.yaml": "a", "gatekeeper/a/template.yaml": "t" }))).toEqual({
      kind: "written",
    });
    expect(content()).toEqual([manifestName, "gatekeeper/a/template.yaml", "vap/a.yaml"]);
  });
  it("leaves an unchanged file alone", () => {
    writeAtomically(planned({ "a.yaml": "a", "b.yaml": "b" }));
    const before = statSync(join(folder, "a.yaml")).ino;
    const plan = planned({ "a.yaml": "a", "b.yaml": "B" });
    writeAtomically(plan);
    expect(plan.unchanged).toEqual(["a.yaml"]);
    expect(statSync(join(folder, "a.yaml")).ino).toBe(before);
    expect(readFileSync(join(folder, "b.yaml"), "utf8")).toBe("B");
  });
  it("removes what an earlier build wrote and nothing makes any more, with its empty folder", () => {
    writeAtomically(planned({ "gatekeeper/a/template.yaml": "a", "gatekeeper/b/template.yaml": "b" }));
    writeAtomically(planned({ "gatekeeper/b/template.yaml": "b" }));
    expect(readdirSync(join(folder, "gatekeeper"))).toEqual(["b"]);
  });
  it("keeps what somebody else put there, and what somebody changed", () => {
    writeAtomically(planned({ "a.yaml": "a" }));
    writeFileSync(join(folder, "README.md"), "ours");
    writeFileSync(join(folder, "a.yaml"), "edited");
    const plan = planned({});
    writeAtomically(plan);
    expect(plan.changedByHand).toEqual(["a.yaml"]);
    expect(content()).toEqual([manifestName, "README.md", "a.yaml"]);
  });
  it("touches nothing where a file is in the way of a folder", () => {
    mkdirSync(folder);
    writeFileSync(join(folder, "vap"), "a file");
    const result = writeAtomically(planned({ "gatekeeper/a.yaml": "a", "vap/a.yaml": "a" }));
    expect(result).toEqual({
      kind: "refused",
      obstacles: [{ path: join(folder, "vap"), reason: "a file is where a folder should be" }],
    });
    expect(content()).toEqual(["vap"]);
  });
  it("touches nothing where a folder is in the way of a file", () => {
    mkdirSync(join(folder, "b.yaml"), { recursive: true });
    expect(writeAtomically(planned({ "a.yaml": "a", "b.yaml": "b" })).kind).toBe("refused");
    expect(existsSync(join(folder, "a.yaml"))).toBe(false);
  });
  it("puts everything back where a move fails in the middle", () => {
    writeAtomically(planned({ "a.yaml": "old" }));
    const plan = planned({ "a.yaml": "new", "b.yaml": "b" });
    mkdirSync(join(folder, "b.yaml"));
    expect(writeAtomically(plan).kind).toBe("refused");
    expect(readFileSync(join(folder, "a.yaml"), "utf8")).toBe("old");
    expect(content()).toEqual([manifestName, "a.yaml"]);
  });
  it("does not trust a manifest that points elsewhere", () => {
    mkdirSync(folder);
    writeFileSync(join(folder, manifestName), JSON.stringify({ files: { "../secret": "hash" } }));
    expect(readManifest(folder)).toEqual({ files: {} });
  });
});
