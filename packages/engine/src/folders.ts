import { homedir } from "node:os";
import { join } from "node:path";

/** The user's cache: `$POLICYC_CACHE`, or `policyc` in `$XDG_CACHE_HOME` or `~/.cache`. */
export function cacheFolder(...parts: readonly string[]): string {
  const base =
    process.env["POLICYC_CACHE"] ??
    join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "policyc");
  return join(base, ...parts);
}
