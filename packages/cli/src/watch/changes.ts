import { resolve, sep } from "node:path";
import { type FSWatcher, watch } from "chokidar";

/** Changes to files below some folders, gathered until somebody asks. */
export interface Changes {
  /** Watches these files, too, where they lie elsewhere. */
  readonly follow: (files: Iterable<string>) => Promise<void>;
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
  const followed = new Set<string>();
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let wake: (() => void) | undefined;
  const note = (event: string, path: string): void => {
    const file = resolve(path);
    if (event === "addDir" || event === "unlinkDir" || !concerns(file)) return;
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      wake?.();
    }, quietMilliseconds);
  };
  const watchers = [await watcherOf(paths, note)];
  return {
    follow: async (files) => {
      const elsewhere = [...files].filter((file) => !followed.has(file) && !isBelow(file, paths));
      if (elsewhere.length === 0) return;
      for (const file of elsewhere) followed.add(file);
      watchers.push(await watcherOf(elsewhere, note));
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
    close: async () => {
      clearTimeout(timer);
      await Promise.all(watchers.map((watcher) => watcher.close()));
    },
  };
}

/** Resolves when it watches; chokidar tells that of a watcher, and not of a path that it is given later. */
async function watcherOf(
  paths: readonly string[],
  note: (event: string, path: string) => void,
): Promise<FSWatcher> {
  const watcher = watch([...paths], { ignoreInitial: true, ignored: isForeign }).on("all", note);
  await new Promise<void>((ready) => watcher.once("ready", ready));
  return watcher;
}

function isBelow(file: string, folders: readonly string[]): boolean {
  return folders.some((folder) => file.startsWith(`${folder}${sep}`));
}

/** What installations and version control keep changes by the thousands, and is nobody's policy. */
function isForeign(path: string): boolean {
  return /[\\/](?:node_modules|\.git)(?:[\\/]|$)/.test(path);
}
