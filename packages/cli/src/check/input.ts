import { readFileSync, statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { type Collector, startOf } from "@policyc/diagnostics";
import { glob } from "tinyglobby";
import { reasonOf } from "../files/reason.js";
import { unreadable } from "../project/diagnostics/configuration.js";
import type { Session } from "../session.js";
import { nothingThere } from "./diagnostics.js";

/** A text to check. */
export interface Input {
  /** Relative to the working directory, with `/`; `stdin`. */
  readonly file: string;
  readonly text: string;
  /** Whether the user named the file itself; otherwise it was found in a folder, and may be about something else. */
  readonly isNamed: boolean;
}

/** The texts at paths: files, what is below folders, and stdin for `-`. */
export async function readInputs(
  paths: readonly string[],
  session: Session,
  collector: Collector,
): Promise<readonly Input[]> {
  const found = await Promise.all(paths.map((path) => inputsAt(path, session, collector)));
  return [...new Map(found.flat().map((input) => [input.file, input])).values()];
}

async function inputsAt(path: string, session: Session, collector: Collector): Promise<readonly Input[]> {
  if (path === "-") return [{ file: "stdin", text: session.readInput(), isNamed: true }];
  const full = resolve(session.cwd, path);
  const stat = statSync(full, { throwIfNoEntry: false });
  const files = stat?.isDirectory() === true ? await filesBelow(full) : stat === undefined ? [] : [full];
  if (files.length === 0) collector.report(nothingThere(undefined, path));
  return files.flatMap((file) => inputOf(file, stat?.isDirectory() !== true, session, collector));
}

/** Workflows lie in `.github`, so that hidden folders are looked at too. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const found = await glob(["**/*.{yaml,yml,json}"], {
    cwd: folder,
    absolute: true,
    dot: true,
    ignore: ["**/node_modules/**", "**/.git/**"],
  });
  return [...found].sort();
}

function inputOf(path: string, isNamed: boolean, { cwd }: Session, collector: Collector): readonly Input[] {
  const file = relative(cwd, path).split(sep).join("/");
  try {
    return [{ file, text: readFileSync(path, "utf8"), isNamed }];
  } catch (error) {
    collector.report(unreadable(startOf(file), file, reasonOf(error)));
    return [];
  }
}
