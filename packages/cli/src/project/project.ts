import { resolve } from "node:path";
import { type Collector, startOf } from "@policyc/diagnostics";
import { type Config, defaults, type Environment } from "./config.js";
import { type ConfigFile, readConfig } from "./config-file.js";
import { unknownEnvironment } from "./diagnostics/configuration.js";
import { findProject } from "./find.js";
import { suggest } from "./suggest.js";
import type { Path, YamlDocument } from "./yaml-document.js";

/** A part of the configuration, from the general to the particular, and where it stands in `policyc.yaml`. */
export interface Layer {
  readonly says: Environment;
  readonly path: Path;
}

/** A project with the configuration of one environment. */
export interface Project {
  readonly root: string;
  readonly globs: readonly string[];
  /** The file itself, then the environment that was asked for: the later one wins. */
  readonly layers: readonly Layer[];
  readonly config: Config;
  /** Absent where there is no `policyc.yaml`. */
  readonly document?: YamlDocument;
  /** Whether the configuration is for other policies too: a name that is not known here is one of theirs. */
  readonly isPartly?: boolean;
}

export interface ProjectFlags {
  readonly config?: string;
  readonly env?: string;
}

/** Finds the project, and reads its configuration; `undefined` where something was reported instead. */
export function openProject(cwd: string, flags: ProjectFlags, collector: Collector): Project | undefined {
  const { root, configFile } = findProject(cwd, flags.config);
  const read = configFile === undefined ? undefined : readConfig(configFile, root, collector);
  if (configFile !== undefined && read === undefined) return undefined;
  const config = read?.config ?? {};
  const overlay = environmentLayer(flags.env, config, read, collector);
  if (flags.env !== undefined && overlay === undefined) return undefined;
  return {
    root,
    globs: config.policies ?? defaults.policies,
    layers: [{ says: config, path: [] }, ...(overlay === undefined ? [] : [overlay])],
    config,
    ...(read === undefined ? {} : { document: read.document }),
  };
}

/** Where the files go: the flag, the environment, the file, `dist`. A flag is relative to the working directory. */
export function outFolder(project: Project, flag: string | undefined, cwd: string): string {
  return flag === undefined
    ? resolve(project.root, lastSaid(project.layers, "out") ?? defaults.out)
    : resolve(cwd, flag);
}

/** What the most particular layer says of a key. */
export function lastSaid<K extends keyof Environment>(
  layers: readonly Layer[],
  key: K,
): Environment[K] | undefined {
  return layers.findLast((layer) => layer.says[key] !== undefined)?.says[key];
}

function environmentLayer(
  name: string | undefined,
  config: Config,
  read: ConfigFile | undefined,
  collector: Collector,
): Layer | undefined {
  if (name === undefined) return undefined;
  const environments = config.environments ?? {};
  const says = Object.hasOwn(environments, name) ? environments[name] : undefined;
  if (says !== undefined) return { says, path: ["environments", name] };
  const known = Object.keys(environments);
  const span =
    read === undefined
      ? undefined
      : read.config.environments === undefined
        ? startOf(read.document.file)
        : read.document.keySpan(["environments"]);
  collector.report(unknownEnvironment(span, name, suggest(name, known), known));
  return undefined;
}
