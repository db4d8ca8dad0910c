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
  await timed(rounds, [], session);
  session.say("policyc: watching for changes, Ctrl-C ends\n");
  for (;;) {
    changes.follow(rounds.inputs());
    const changed = await Promise.race([changes.next(), interrupted]);
    if (changed === undefined) break;
    await timed(rounds, changed, session);
  }
  await changes.close();
  return exitCode.fine;
}

async function timed({ round }: Rounds, changed: readonly string[], session: Session): Promise<void> {
  const since = performance.now();
  const sum = await round(changed);
  session.progress.end();
  session.print(`${sum} (${formatDuration(performance.now() - since)})\n`);
}
