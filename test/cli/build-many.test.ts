import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { clone, projectWith } from "./support/project.js";
import { allowedRepos, noHostNetwork } from "./support/samples.js";

const program = join(clone, "packages/cli/bin/policyc.js");

/** Policies enough for the compiled program to print them in a second thread, which the sources never do. */
function manyPolicies(): Readonly<Record<string, string>> {
  const numbers = Array.from({ length: 15 }, (_, number) => number);
  return Object.fromEntries(
    numbers.flatMap((number) =>
      [allowedRepos, noHostNetwork].map((text, kind) => [
        `policies/p-${number}-${kind}/policy.ts`,
        text.replace(/name: "(.*)"/, `name: "$1-${number}"`),
      ]),
    ),
  );
}

it("writes the same of many policies, whichever thread prints them", async () => {
  const project = projectWith(manyPolicies());
  expect(await project.policyc("build", "--out", "here")).toMatchObject({ code: 0 });
  const sum = execFileSync(process.execPath, [program, "build", "--out", "there"], {
    cwd: project.folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  expect(sum).toContain("✓ 30 policies");
  expect(project.tree("there")).toEqual(project.tree("here"));
});

it("tells of a mistake in many policies as of one, and ends", () => {
  const wrong = { "policies/wrong/policy.ts": noHostNetwork.replace("podSpec(object)", "podSpec(objekt)") };
  const project = projectWith({ ...manyPolicies(), ...wrong });
  expect(() =>
    execFileSync(process.execPath, [program, "build"], {
      cwd: project.folder,
      stdio: "pipe",
      timeout: 60_000,
    }),
  ).toThrow(/PC11\d\d|objekt/);
});

it("ends although nobody ends that thread, as after a defect", () => {
  const compiler = pathToFileURL(join(clone, "packages/compiler/dist/index.js"));
  const script = `import { emissionThread } from "${compiler}"; emissionThread(100); process.exitCode = 7;`;
  const ended = spawnSync(process.execPath, ["--input-type=module", "--eval", script], { timeout: 30_000 });
  expect(ended).toMatchObject({ status: 7, signal: null });
});

it("prints what has changed in that thread as well while it watches, and ends with it", async () => {
  const project = projectWith(manyPolicies());
  const watch = spawn(process.execPath, [program, "build", "--watch"], { cwd: project.folder });
  watch.stdout.setEncoding("utf8");
  const [first] = await once(watch.stdout, "data");
  expect(first).toContain("compiled 30 policies");
  project.write({
    "policies/p-3-0/policy.ts": allowedRepos
      .replace(/name: "(.*)"/, 'name: "$1-3"')
      .replace("has an invalid image", "must not use the image"),
  });
  const [second] = await once(watch.stdout, "data");
  expect(second).toContain("compiled allowed-repos-3");
  watch.kill("SIGINT");
  expect(await once(watch, "exit")).toEqual([0, null]);
  expect(await project.policyc("build", "--check")).toMatchObject({ code: 0 });
});
