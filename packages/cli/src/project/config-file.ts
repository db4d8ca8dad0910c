import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { type Collector, startOf } from "@policyc/diagnostics";
import { Ajv, type AnySchema, type ValidateFunction } from "ajv";
import { reasonOf } from "../files/reason.js";
import type { Config } from "./config.js";
import { badSetting, invalidYaml, unknownKey, unreadable } from "./diagnostics/configuration.js";
import { complaints } from "./schema-errors.js";
import { suggest } from "./suggest.js";
import { readYaml, type YamlDocument } from "./yaml-document.js";

/** `policyc.yaml`: what it says, and where it says it. */
export interface ConfigFile {
  readonly config: Config;
  readonly document: YamlDocument;
}

/** Made when it is first needed, and kept for those who read the file again. */
let configValidator: ValidateFunction<Config> | undefined;

/** Reads and checks `policyc.yaml`; `undefined` where something was reported instead. */
export function readConfig(file: string, root: string, collector: Collector): ConfigFile | undefined {
  const name = relative(root, file).split(sep).join("/");
  const text = textOf(file, name, collector);
  if (text === undefined) return undefined;
  const document = readYaml(name, text);
  for (const { reason, span } of document.errors) collector.report(invalidYaml(span, reason));
  if (document.errors.length > 0) return undefined;
  const value = document.value ?? {};
  configValidator ??= new Ajv({ allErrors: true, verbose: true, strict: true }).compile<Config>(
    configSchema(),
  );
  const isConfig = configValidator;
  if (isConfig(value)) return { config: value, document };
  for (const complaint of complaints(isConfig.errors ?? [])) {
    if (complaint.kind === "unknown-key") {
      const { path, key, known } = complaint;
      collector.report(unknownKey(document.keySpan(path), key, suggest(key, known), known));
    } else {
      collector.report(badSetting(document.valueSpan(complaint.path), complaint.what, complaint.hint));
    }
  }
  return undefined;
}

function textOf(file: string, name: string, collector: Collector): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    collector.report(unreadable(startOf(name), name, reasonOf(error)));
    return undefined;
  }
}

/** The schema is shipped for editors too: one file, so that what they allow and what we allow cannot differ. */
function configSchema(): AnySchema {
  return JSON.parse(readFileSync(new URL("../../schema/policyc.schema.json", import.meta.url), "utf8"));
}
