import { execFileSync } from "node:child_process";
import { join } from "node:path";
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
