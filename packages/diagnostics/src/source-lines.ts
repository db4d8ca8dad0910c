/** The lines of a file by its path, or `undefined` where it can no longer be read. */
export type SourceLines = (file: string) => readonly string[] | undefined;

/**
 * The lines of files whose text somebody reads. A file is read and split once: one of a hundred thousand lines may have
 * a thousand violations.
 */
export function sourceLines(read: (file: string) => string | undefined): SourceLines {
  const known = new Map<string, readonly string[] | undefined>();
  return (file) => {
    if (!known.has(file)) known.set(file, read(file)?.split(/\r?\n/));
    return known.get(file);
  };
}
