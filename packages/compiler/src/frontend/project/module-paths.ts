import { dirname, resolve } from "node:path";
import { ts } from "../typescript.js";

/** By the beginnings of imports, `@rules/*`, where their modules are: absolute, so that it makes no difference who reads them. */
export type ModulePaths = Readonly<Record<string, string[]>>;

/** What the project's tsconfig says in `paths`: all that is taken from there. A broken one is the editor's to tell. */
export function modulePathsOf(root: string): ModulePaths {
  const file = ts.findConfigFile(root, ts.sys.fileExists);
  if (file === undefined) return {};
  const host: ts.ParseConfigHost = { ...ts.sys, readDirectory: () => [] };
  const config: unknown = ts.readConfigFile(file, ts.sys.readFile).config ?? {};
  const { options } = ts.parseJsonConfigFileContent(config, host, dirname(file));
  const base = options.baseUrl ?? options["pathsBasePath"] ?? dirname(file);
  return Object.fromEntries(
    Object.entries(options.paths ?? {}).map(([name, places]) => [
      name,
      places.map((place) => resolve(String(base), place)),
    ]),
  );
}

/** Whether a module is the project's own by its name: `./x.js`, `#x` of its package.json, or what `paths` leads to. */
export function isOwnModule(specifier: string, paths: ModulePaths = {}): boolean {
  return /^(?:\.\.?\/|#)/.test(specifier) || Object.keys(paths).some((name) => fits(specifier, name));
}

function fits(specifier: string, name: string): boolean {
  const [start = "", end] = name.split("*");
  return end === undefined ? specifier === name : specifier.startsWith(start) && specifier.endsWith(end);
}
