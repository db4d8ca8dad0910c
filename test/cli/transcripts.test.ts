import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findEngine } from "@policyc/engine";
import { describe, expect, it } from "vitest";
import { clone, projectWith, type TestProject } from "./support/project.js";

interface Said {
  readonly command: string;
  readonly output: string;
}

/** Blocks of the language `console`: a command after `$`, and all that it says but its progress. */
function transcripts(file: string): readonly Said[] {
  const text = readFileSync(join(clone, file), "utf8");
  return [...text.matchAll(/```console\n\$ policyc (.*)\n([^`]*(?:`[^`]+`[^`]*)*?)```/g)].map(
    ([, command = "", output = ""]) => ({ command, output: output.trimEnd() }),
  );
}

/** How long it took is never the same twice. */
function timeless(text: string): string {
  return text.replaceAll(/\((?:\d+ ms|[\d.]+ s)\)$/gm, "(… ms)");
}

function quickstart(): TestProject {
  const project = projectWith({});
  cpSync(join(clone, "examples/quickstart"), project.folder, {
    recursive: true,
    filter: (path) => !/\/(node_modules|dist)$/.test(path),
  });
  return project;
}

describe.skipIf(findEngine() === undefined)(
  "the transcripts of docs/cli.md (skipped where the engine is not built)",
  () => {
    const said = transcripts("docs/cli.md");
    const project = quickstart();

    it("are some", () => {
      expect(said.length).toBeGreaterThan(6);
    });

    it.each(said)("$command", async ({ command, output }) => {
      const { stdout, stderr } = await project.policyc(...command.split(" "));
      const talk = stderr.replaceAll(/^policyc: .*\n/gm, "");
      expect(timeless(`${talk}${stdout}`.trimEnd())).toBe(timeless(output));
    });
  },
);
