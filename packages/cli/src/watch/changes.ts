import { resolve } from "node:path";
import { watch } from "chokidar";

/** Changes to files below some folders, gathered until somebody asks. */
export interface Changes {
  /** Watches these, too. */
  readonly follow: (paths: Iterable<string>) => void;
  /** The files that changed, appeared or went since the last call, absolute; waits until there is one, and quiet. */
  readonly next: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** Editors save in several steps, and a branch that is checked out changes many files: one answer for all of it. */
const quietMilliseconds = 50;

/** Watches folders and files; resolves when nothing that changes from now on can be missed. */
export async function changesBelow(
  paths: readonly string[],
  concerns: (file: string) => boolean,
): Promise<Changes> {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let wake: (() => void) | undefined;
  const watcher = watch([...paths], { ignoreInitial: true, ignored: isForeign });
  watcher.on("all", (event, path) => {
    const file = resolve(path);
    if (event === "addDir" || event === "unlinkDir" || !concerns(file)) return;
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      wake?.();
    }, quietMilliseconds);
  });
  await new Promise<void>((ready) => watcher.once("ready", ready));
  return {
    follow: (more) => {
      watcher.add([...more]);
    },
    next: async () => {
      if (changed.size === 0 || timer !== undefined)
        await new Promise<void>((resolved) => {
          wake = resolved;
        });
      wake = undefined;
      const files = [...changed].sort();
      changed.clear();
      return files;
    },
    close: () => {
      clearTimeout(timer);
      return watcher.close();
    },
  };
}

/** What installations and version control keep changes by the thousands, and is nobody's policy. */
function isForeign(path: string): boolean {
  return /[\\/](?:node_modules|\.git)(?:[\\/]|$)/.test(path);
}
