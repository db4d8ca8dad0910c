import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { Collector } from "@policyc/diagnostics";
import { type ExitCode, exitCode } from "../exit-code.js";
import { unwritable } from "../files/diagnostics.js";
import { reasonOf } from "../files/reason.js";
import { starterFiles } from "../project/starter.js";
import { sayDiagnostics } from "../reporters/diagnostics.js";
import type { Session } from "../session.js";

/** `policyc init`: a project with one tested policy. Files that are there already stay as they are. */
export async function init(folder: string, session: Session): Promise<ExitCode> {
  const collector = new Collector();
  const root = resolve(session.cwd, folder);
  const hadManifest = existsSync(join(root, "package.json"));
  for (const [path, text] of Object.entries(starterFiles)) {
    const full = join(root, path);
    const shown = relative(session.cwd, full).split(sep).join("/");
    if (existsSync(full)) {
      session.print(`kept  ${shown}\n`);
      continue;
    }
    try {
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, text);
      session.print(`wrote ${shown}\n`);
    } catch (error) {
      collector.report(unwritable(undefined, shown, reasonOf(error)));
    }
  }
  sayDiagnostics(collector, session.cwd, session);
  if (collector.hasErrors) return exitCode.wrongInput;
  const place = relative(session.cwd, root);
  const install = hadManifest ? "npm install --save-dev policyc @policyc/sdk" : "npm install";
  const steps = [...(place === "" ? [] : [`cd ${place}`]), install, "npx policyc test", "npx policyc build"];
  session.print(`\nNext:\n${steps.map((step) => `  ${step}\n`).join("")}`);
  return exitCode.fine;
}
