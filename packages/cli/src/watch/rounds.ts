import { type ExitCode, exitCode } from "../exit-code.js";
import { formatDuration } from "../reporters/progress.js";
import type { Session } from "../session.js";
import { changesBelow } from "./changes.js";

/** What a command does again and again. */
export interface Rounds {
  /** Folders and files to watch. */
  readonly paths: readonly string[];
  /** Whether a change to this file can change what comes out. */
  readonly concerns: (file: string) => boolean;
  /** Does the work for what has changed, nothing at first, tells what is wrong, and gives one line of sum. */
  readonly round: (changed: readonly string[]) => Promise<string>;
  /** Everything that the last round read: files elsewhere are watched as well. */
  readonly inputs: () => Iterable<string>;
}

/** Works once, then after each change, until Ctrl-C. Whatever is wrong meanwhile is told, and can be mended. */
export async function watchRounds(rounds: Rounds, session: Session): Promise<ExitCode> {
  const interrupted = session.untilInterrupted().then(() => undefined);
  const changes = await changesBelow(rounds.paths, rounds.concerns);
  const work = async (changed: readonly string[]): Promise<void> => {
    const since = performance.now();
    const sum = await rounds.round(changed);
    session.progress.end();
    const duration = formatDuration(performance.now() - since);
    await changes.follow(rounds.inputs());
    session.print(`${sum} (${duration})\n`);
  };
  await work([]);
  session.say("policyc: watching for changes, Ctrl-C ends\n");
  for (;;) {
    const changed = await Promise.race([changes.next(), interrupted]);
    if (changed === undefined) break;
    await work(changed);
  }
  await changes.close();
  return exitCode.fine;
}
