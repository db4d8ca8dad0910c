import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * When the compiler was changed last, in a clone, where its version says nothing; empty in an installed package, whose
 * neighbours are elsewhere.
 */
export function compilerStamp(): string {
  const packages = join(import.meta.dirname, "../../..");
  const built = import.meta.url.endsWith(".ts") ? "src" : "dist";
  const times = ["compiler", "ir", "testing"].flatMap((name) => timesBelow(join(packages, name, built)));
  return times.length === 0 ? "" : String(Math.max(...times));
}

function timesBelow(folder: string): readonly number[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).map(
      (name) => statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    );
  } catch {
    return [];
  }
}
