import { readFileSync } from "node:fs";
import { coloursFor } from "./reporters/colours.js";
import { progressOn } from "./reporters/progress.js";
import type { Session } from "./session.js";

/** The part of `process` that policyc uses. */
export interface Surroundings {
  readonly cwd: () => string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of stdin. Default: that of the process. */
  readonly readInput?: () => string;
  /** Resolves at Ctrl-C. Default: SIGINT of the process; a second one kills it as ever. */
  readonly untilInterrupted?: () => Promise<void>;
}

interface Output {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** A session as the surroundings allow it: colours and a live line on a terminal only. */
export function sessionOn(surroundings: Surroundings): Session {
  const { cwd, env, stdout, stderr, readInput, untilInterrupted } = surroundings;
  return {
    cwd: cwd(),
    today: new Date().toISOString().slice(0, 10),
    readInput: readInput ?? (() => readFileSync(0, "utf8")),
    untilInterrupted: untilInterrupted ?? (() => new Promise((resolve) => process.once("SIGINT", resolve))),
    print: (text) => stdout.write(text),
    say: (text) => stderr.write(text),
    progress: progressOn({
      write: (text) => stderr.write(text),
      isLive: stderr.isTTY === true && env["TERM"] !== "dumb",
      columns: stderr.columns ?? 80,
      now: () => performance.now(),
    }),
    colours: coloursFor(stdout, env),
    talkColours: coloursFor(stderr, env),
  };
}
