import { readFileSync } from "node:fs";
import { cacheFolder, contentHash, readCached, writeCached } from "@policyc/engine";
import type { Bundle } from "./bundle.js";

/** A bundle that was made earlier, with its JavaScript. */
export interface CachedBundle {
  readonly bundle: Bundle;
  /** The path of the module. */
  readonly javascript: string;
}

/** What a bundle was made from, beside it. */
interface Recipe extends CachedBundle {
  /** Absolute path → hash of the content. */
  readonly inputs: Readonly<Record<string, string>>;
}

const folder = "bundles";

/** The bundle of a name, where none of the files that it was made from has changed since. */
export function freshBundle(name: string): CachedBundle | undefined {
  const recipe = readRecipe(name);
  if (recipe === undefined || hashOf(recipe.javascript) === undefined) return undefined;
  return Object.entries(recipe.inputs).every(([path, hash]) => hashOf(path) === hash) ? recipe : undefined;
}

export interface MadeBundle {
  readonly name: string;
  readonly bundle: Bundle;
  /** The text of the module. */
  readonly javascript: string;
  readonly inputs: readonly string[];
}

/** Keeps a bundle; gives the path of its module. */
export function keepBundle({ name, bundle, javascript, inputs }: MadeBundle): string {
  const module = `${contentHash(javascript)}.mjs`;
  const recipe: Recipe = {
    bundle,
    javascript: cacheFolder(folder, module),
    inputs: Object.fromEntries(inputs.map((path) => [path, hashOf(path) ?? ""])),
  };
  writeCached(folder, module, javascript);
  writeCached(folder, `${name}.json`, JSON.stringify(recipe));
  return recipe.javascript;
}

function readRecipe(name: string): Recipe | undefined {
  const text = readCached(folder, `${name}.json`)?.toString("utf8");
  if (text === undefined) return undefined;
  try {
    const recipe: Recipe = JSON.parse(text);
    return recipe;
  } catch {
    return undefined;
  }
}

function hashOf(path: string): string | undefined {
  try {
    return contentHash(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}
