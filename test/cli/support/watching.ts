import { type ExitCode, run } from "policyc";
import type { TestProject } from "./project.js";

/** A command that goes on and on, as a user sees it. */
export interface Watching {
  /** Waits for the next line of sum, i.e. the end of the next round; all that was said until then. */
  readonly round: () => Promise<string>;
  /** Ctrl-C. */
  readonly interrupt: () => Promise<ExitCode>;
}

/** Starts a command line in this process, and waits until it watches. */
export async function watching(project: TestProject, ...args: readonly string[]): Promise<Watching> {
  const rounds: string[] = [];
  let told = "";
  let wake = (): void => {};
  let interrupt = (): void => {};
  const write = (text: string): void => {
    told += text;
    if (!/^.*\((?:\d+ ms|[\d.]+ s)\)\n$/m.test(text) || text.startsWith("policyc:")) return;
    rounds.push(told);
    told = "";
    wake();
  };
  const ended = run(["node", "policyc", ...args], {
    cwd: () => project.folder,
    env: {},
    untilInterrupted: () => new Promise((resolve) => (interrupt = resolve)),
    stdout: { write },
    stderr: { write },
  });
  const round = async (): Promise<string> => {
    while (rounds.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return rounds.shift() ?? "";
  };
  return {
    round,
    interrupt: () => {
      interrupt();
      return ended;
    },
  };
}
