import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { EmittedFile } from "@policyc/compiler";
import { contentHash, type Manifest } from "./manifest.js";
import { reasonOf } from "./reason.js";

/** A file as it is and as it should be. */
export interface Change {
  readonly file: EmittedFile;
  /** `undefined` where there is no such file yet. */
  readonly before: string | undefined;
}

/** What a build would do to a folder. Nothing has been touched yet. */
export interface WritePlan {
  readonly folder: string;
  readonly changed: readonly Change[];
  readonly unchanged: readonly string[];
  /** Files of earlier builds that nothing makes any more. */
  readonly stale: readonly string[];
  /** Such files that somebody changed since: they stay. */
  readonly changedByHand: readonly string[];
  /** What stands in the way, e.g. a file where a folder should be. */
  readonly obstacles: readonly Obstacle[];
}

export interface Obstacle {
  readonly path: string;
  readonly reason: string;
}

/** Compares the files that should be in a folder with those that are, and with what earlier builds put there. */
export function planWrite(folder: string, files: readonly EmittedFile[], earlier: Manifest): WritePlan {
  const obstacles = new Map<string, Obstacle>();
  const states = files.map((file) => ({ file, before: readFile(folder, file.path, obstacles) }));
  const wanted = new Set(files.map((file) => file.path));
  const left = Object.entries(earlier.files).filter(([path]) => !wanted.has(path));
  const present = left.flatMap(([path, hash]) => {
    const text = readFile(folder, path, new Map());
    return text === undefined ? [] : [{ path, isOurs: contentHash(text) === hash }];
  });
  return {
    folder,
    changed: states.filter(({ file, before }) => file.text !== before),
    unchanged: states.filter(({ file, before }) => file.text === before).map(({ file }) => file.path),
    stale: present.filter(({ isOurs }) => isOurs).map(({ path }) => path),
    changedByHand: present.filter(({ isOurs }) => !isOurs).map(({ path }) => path),
    obstacles: [...obstacles.values()],
  };
}

function readFile(folder: string, path: string, obstacles: Map<string, Obstacle>): string | undefined {
  const blocking = fileAmongFolders(folder, path);
  if (blocking !== undefined) {
    obstacles.set(blocking, { path: blocking, reason: "a file is where a folder should be" });
    return undefined;
  }
  try {
    return readFileSync(join(folder, path), "utf8");
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!isMissing) obstacles.set(path, { path: join(folder, path), reason: reasonOf(error) });
    return undefined;
  }
}

/** The first of the folders above a path that is no folder; the nearest existing one decides. */
function fileAmongFolders(folder: string, path: string): string | undefined {
  for (let parent = dirname(join(folder, path)); ; parent = dirname(parent)) {
    if (existsSync(parent)) return statSync(parent).isDirectory() ? undefined : parent;
    if (dirname(parent) === parent) return undefined;
  }
}

/** A path below the folder as the reader at `cwd` would write it. */
export function shownPath(folder: string, path: string, cwd: string): string {
  return relative(cwd, join(folder, path)).split(sep).join("/");
}
