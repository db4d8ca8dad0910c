/** Copies the pages of the diagnostics into the package, where `policyc explain` finds them. */
import { cpSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");
const pages = join(root, "docs/diagnostics");
const folder = join(root, "packages/cli/dist/diagnostics");
mkdirSync(folder, { recursive: true });
if (existsSync(pages)) cpSync(pages, folder, { recursive: true });
