import { posix } from "node:path";

/** A path that is written relative to a file. */
export function beside(file: string, path: string): string {
  return posix.isAbsolute(path) ? path : posix.join(posix.dirname(file), path);
}
