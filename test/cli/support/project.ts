import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type ExitCode, run } from "policyc";
import { temporaryFolder } from "./temporary.js";

/** The clone that the tests belong to. */
export const clone = join(import.meta.dirname, "../../..");

/** What a command line came to. */
export interface Transcript {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** A project in a temporary folder, as a user has it after `npm install`. */
export interface TestProject {
  readonly folder: string;
  readonly write: (files: Readonly<Record<string, string>>) => void;
  readonly policyc: (...args: readonly string[]) => Promise<Transcript>;
  /** The same with a text on stdin. */
  readonly fed: (stdin: string, ...args: readonly string[]) => Promise<Transcript>;
  /** Every file below a folder with its text; empty where there is no folder. */
  readonly tree: (folder: string) => Readonly<Record<string, string>>;
}

export function projectWith(files: Readonly<Record<string, string>>): TestProject {
  const folder = temporaryFolder("cli");
  mkdirSync(join(folder, "node_modules/@policyc"), { recursive: true });
  symlinkSync(join(clone, "packages/sdk"), join(folder, "node_modules/@policyc/sdk"));
  const write = (texts: Readonly<Record<string, string>>): void => {
    for (const [path, text] of Object.entries(texts)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  };
  write({ "package.json": '{ "type": "module", "private": true }\n', ...files });
  return {
    folder,
    write,
    policyc: (...args) => policycIn(folder, args),
    fed: (stdin, ...args) => policycIn(folder, args, stdin),
    tree: (below) => treeOf(join(folder, below)),
  };
}

/** Runs a command line in this process, without a terminal. One that would go on and on ends after its first round. */
export async function policycIn(cwd: string, args: readonly string[], stdin = ""): Promise<Transcript> {
  let stdout = "";
  let stderr = "";
  const code = await run(["node", "policyc", ...args], {
    cwd: () => cwd,
    env: {},
    readInput: () => stdin,
    untilInterrupted: () => Promise.resolve(),
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
  });
  return { code, stdout, stderr };
}

export function treeOf(folder: string): Readonly<Record<string, string>> {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return {};
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  return Object.fromEntries(files.sort().map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
