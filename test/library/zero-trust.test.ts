import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const example = join(root, "examples/zero-trust");

/** By JavaScript alone: that the engines agree is what the suites of the policies show. */
function check(version: "weak" | "hardened"): readonly { readonly pack: string; readonly message: string }[] {
  const args = ["check", "--engine", "js", "--format", "json", version];
  const { stdout } = spawnSync(
    process.execPath,
    ["--import", "tsx", "--conditions=@policyc/source", join(root, "packages/cli/src/main.ts"), ...args],
    { cwd: example, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
  );
  return JSON.parse(stdout).violations;
}

describe("examples/zero-trust", () => {
  it("is clean when it is hardened", () => {
    expect(check("hardened").map(({ message }) => message)).toEqual([]);
  });

  it("fails in every pack of the library when it is weak", () => {
    const packs = readdirSync(join(root, "policies"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !["modules", "node_modules", "dist"].includes(entry.name))
      .map(({ name }) => name);
    const failed = new Set(check("weak").map(({ pack }) => pack));
    expect(packs.filter((pack) => !failed.has(pack))).toEqual([]);
  });

  it("is the same platform twice", () => {
    const weak = readdirSync(join(example, "weak"));
    const hardened = readdirSync(join(example, "hardened"));
    // Only the sensor itself is new.
    expect(hardened.filter((file) => !weak.includes(file))).toEqual(["falco-daemonset.yaml"]);
    expect(weak.filter((file) => !hardened.includes(file))).toEqual([]);
  });
});
