/** Where steps are told of: a live line on a terminal, a line a step elsewhere. */
export interface Progress {
  /** Begins a step; ends the one before. */
  readonly step: (name: string) => void;
  /** What the step is at, e.g. a file. */
  readonly at: (detail: string) => void;
  /** Ends the last step and takes the live line away. */
  readonly end: () => void;
  /** Steps that have ended, with their milliseconds. */
  readonly timings: () => readonly Timing[];
}

export interface Timing {
  readonly step: string;
  readonly milliseconds: number;
}

export interface ProgressOutput {
  readonly write: (text: string) => void;
  readonly isLive: boolean;
  readonly columns: number;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
}

/** Tells of the steps of one command. A step below this many milliseconds is not worth a line. */
const worthALine = 100;

export function progressOn(output: ProgressOutput): Progress {
  const done: Timing[] = [];
  let running: { readonly step: string; readonly since: number } | undefined;
  const clear = (): void => {
    if (output.isLive) output.write("\r\x1b[K");
  };
  const live = (text: string): void => {
    if (output.isLive) output.write(`\r\x1b[K${text.slice(0, Math.max(1, output.columns - 1))}`);
  };
  const end = (): void => {
    if (running === undefined) return;
    const timing = { step: running.step, milliseconds: output.now() - running.since };
    done.push(timing);
    running = undefined;
    clear();
    if (!output.isLive && timing.milliseconds >= worthALine) {
      output.write(`policyc: ${timing.step} (${formatDuration(timing.milliseconds)})\n`);
    }
  };
  return {
    step: (step) => {
      end();
      running = { step, since: output.now() };
      live(`${step} …`);
    },
    at: (detail) => {
      if (running !== undefined) live(`${running.step}: ${detail}`);
    },
    end,
    timings: () => done,
  };
}

/** `850 ms`, `2.1 s`, `3 min 5 s`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
