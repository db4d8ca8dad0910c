import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { cacheFolder, contentHash, readCached, writeCached } from "@policyc/engine";
import type { Policy } from "@policyc/sdk";

/** Thrown where a file cannot be run as a policy: it does not parse, or exports something else. */
export class PolicyNotLoadable extends Error {
  override readonly name = "PolicyNotLoadable";
}

/**
 * Imports a policy as Node runs it. Node cannot import TypeScript, so the file is bundled with what it imports, and
 * the bundle kept as long as none of those files changes: a warm run does not even load esbuild.
 */
export async function importPolicy(file: string): Promise<Policy> {
  const path = resolve(file);
  const bundle = freshBundle(path) ?? (await bundled(path));
  const module: { default?: unknown } = await import(/* @vite-ignore */ pathToFileURL(bundle).href);
  if (!isPolicy(module.default))
    throw new PolicyNotLoadable(`${file} has no default export made by \`policy()\``);
  return module.default;
}

export function isPolicy(value: unknown): value is Policy {
  return (
    typeof value === "object" && value !== null && "evaluate" in value && typeof value.evaluate === "function"
  );
}

const folder = "policies";

/** What a bundle was made from, beside the bundle. */
interface Recipe {
  readonly inputs: Readonly<Record<string, string>>;
  readonly bundle: string;
}

function recipeName(path: string): string {
  return `${contentHash("recipe-4", path)}.json`;
}

/** The path of a bundle whose inputs are all as they were. */
function freshBundle(path: string): string | undefined {
  const recipe = readRecipe(path);
  if (recipe === undefined || readCached(folder, recipe.bundle) === undefined) return undefined;
  const fresh = Object.entries(recipe.inputs).every(([input, hash]) => fileHash(input) === hash);
  return fresh ? cacheFolder(folder, recipe.bundle) : undefined;
}

function readRecipe(path: string): Recipe | undefined {
  const text = readCached(folder, recipeName(path))?.toString("utf8");
  if (text === undefined) return undefined;
  try {
    const recipe: Recipe = JSON.parse(text);
    return recipe;
  } catch {
    return undefined;
  }
}

async function bundled(path: string): Promise<string> {
  // By way of the namespace, since a module without a default export is to be refused in our words.
  const contents = `import * as module from ${JSON.stringify(path)};\nexport default module.default;`;
  const { text, inputs } = await bundleText(contents);
  const bundle = `${contentHash(text)}.mjs`;
  const recipe: Recipe = {
    bundle,
    inputs: Object.fromEntries(inputs.map((input) => [input, fileHash(input)])),
  };
  writeCached(folder, bundle, text);
  writeCached(folder, recipeName(path), JSON.stringify(recipe));
  return readCached(folder, bundle) === undefined ? dataUrl(text) : cacheFolder(folder, bundle);
}

/** Bundles a module, given as text with absolute imports, with all that it imports, types taken off. */
export async function bundleText(
  contents: string,
): Promise<{ readonly text: string; readonly inputs: readonly string[] }> {
  const { build } = await import("esbuild");
  const root = resolve("/");
  const built = await build({
    stdin: { contents, resolveDir: root, sourcefile: "policies.js" },
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "node",
    target: "node20",
    // Comments would name the paths of this machine.
    minifyWhitespace: true,
    logLevel: "silent",
    ...(fromSource() ? { conditions: ["@policyc/source"] } : {}),
  }).catch((error: unknown) => {
    throw new PolicyNotLoadable(error instanceof Error ? error.message : String(error));
  });
  const inputs = Object.keys(built.metafile.inputs).filter((input) => input !== "policies.js");
  return { text: built.outputFiles[0]?.text ?? "", inputs: inputs.map((input) => resolve(root, input)) };
}

/** Where no cache can be written Node imports the text itself. */
function dataUrl(text: string): string {
  return `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;
}

/** In a clone the SDK is TypeScript beside us; an installed one has only what it publishes. */
function fromSource(): boolean {
  return import.meta.url.endsWith(".ts");
}

function fileHash(path: string): string {
  try {
    return contentHash(readFileSync(path, "utf8"));
  } catch {
    return "";
  }
}
