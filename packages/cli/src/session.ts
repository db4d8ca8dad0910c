import type { Colours } from "./reporters/colours.js";
import type { Progress } from "./reporters/progress.js";

/** What a command may touch of the world around it, so that a test can stand in for a terminal. */
export interface Session {
  readonly cwd: string;
  /** ISO date, UTC: exemptions end by it. */
  readonly today: string;
  /** All of stdin, as text. */
  readonly readInput: () => string;
  /** Resolves when the user wants a command that goes on and on to end: Ctrl-C. */
  readonly untilInterrupted: () => Promise<void>;
  /** Data: stdout. */
  readonly print: (text: string) => void;
  /** Talk: stderr. */
  readonly say: (text: string) => void;
  readonly progress: Progress;
  /** For what `print` shows. */
  readonly colours: Colours;
  /** For what `say` shows. */
  readonly talkColours: Colours;
}
