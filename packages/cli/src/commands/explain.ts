import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ExitCode, exitCode } from "../exit-code.js";
import { suggest } from "../project/suggest.js";
import type { Session } from "../session.js";

/** `policyc explain`: the page of a diagnostic: what is wrong, what is right, and why. */
export async function explain(code: string, { print, say }: Session): Promise<ExitCode> {
  const known = codes();
  const wanted = known.find((name) => name === code.toUpperCase());
  if (wanted !== undefined) {
    print(readFileSync(join(folder(), `${wanted}.md`), "utf8"));
    return exitCode.fine;
  }
  const near = suggest(code.toUpperCase(), known);
  say(
    `error: no page explains ${code}${near === undefined ? "" : `\n(Did you mean ${near}?)`}\nPages: ${known.join(", ")}\n`,
  );
  return exitCode.wrongInput;
}

function codes(): readonly string[] {
  if (!existsSync(folder())) return [];
  return readdirSync(folder())
    .filter((name) => /^PC\d{4}\.md$/.test(name))
    .map((name) => name.slice(0, -".md".length))
    .sort();
}

/** In the package beside the compiled code, in a clone among the docs. */
function folder(): string {
  const packed = join(import.meta.dirname, "../diagnostics");
  const inClone = join(import.meta.dirname, "../../../../docs/diagnostics");
  return existsSync(inClone) ? inClone : packed;
}
