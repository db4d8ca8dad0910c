import { readFileSync } from "node:fs";

/** policyc's own version: that of its package. */
export function ownVersion(): string {
  const value: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const isPackage = typeof value === "object" && value !== null && "version" in value;
  return isPackage && typeof value.version === "string" ? value.version : "unknown";
}

/** The versions, with those of the engines inside; reads a small file, starts nothing. */
export async function versionText(): Promise<string> {
  const { findEngine } = await import("@policyc/engine");
  const engine = findEngine();
  const inside =
    engine === undefined
      ? "engine: not built"
      : `engine: OPA ${engine.versions.opa}, cel-go ${engine.versions.cel}, Kubernetes ${engine.versions.kubernetes}`;
  return `policyc ${ownVersion()}\n${inside}\n`;
}
