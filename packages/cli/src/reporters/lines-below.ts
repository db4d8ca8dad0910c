import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type SourceLines, sourceLines } from "@policyc/diagnostics";

/** The lines of files whose paths are relative to a folder, for the code frames of one report. */
export function linesBelow(folder: string): SourceLines {
  return sourceLines((file) => {
    try {
      return readFileSync(resolve(folder, file), "utf8");
    } catch {
      return undefined;
    }
  });
}
