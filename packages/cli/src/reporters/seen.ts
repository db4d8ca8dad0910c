import { relative, resolve, sep } from "node:path";
import type { Span } from "@policyc/diagnostics";

/** Where the files of a project lie, and where the reader stands. */
export interface Place {
  readonly root: string;
  readonly cwd: string;
}

/** Paths are relative to the project inside, and to the working directory for the reader: so they can be clicked. */
export function seen(span: Span, place: Place): Span {
  const path = relative(place.cwd, resolve(place.root, span.file)).split(sep).join("/");
  return { ...span, file: path === "" ? span.file : path };
}
