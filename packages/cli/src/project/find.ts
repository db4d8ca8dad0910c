import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** A project is the folder of its `policyc.yaml`, or the working directory where there is none. */
export interface ProjectPlace {
  readonly root: string;
  /** Absolute; absent where every default holds. */
  readonly configFile?: string;
}

export const configName = "policyc.yaml";

/** The file of `--config`, or the nearest `policyc.yaml` from the working directory upwards. */
export function findProject(cwd: string, configFlag: string | undefined): ProjectPlace {
  if (configFlag !== undefined) {
    const configFile = resolve(cwd, configFlag);
    return { root: dirname(configFile), configFile };
  }
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const configFile = join(folder, configName);
    if (existsSync(configFile)) return { root: folder, configFile };
    if (dirname(folder) === folder) return { root: resolve(cwd) };
  }
}

/** Whether a file is the project's configuration, or would be if it were there. */
export function isConfig({ root, configFile }: ProjectPlace, file: string): boolean {
  return file === (configFile ?? join(root, configName));
}
