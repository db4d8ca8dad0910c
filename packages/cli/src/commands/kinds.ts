import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { Collector, startOf } from "@policyc/diagnostics";
import { type CustomResource, customKindModule, readCustomResources } from "@policyc/kinds";
import { type ExitCode, exitCode } from "../exit-code.js";
import { unwritable } from "../files/diagnostics.js";
import { reasonOf } from "../files/reason.js";
import { unreadable } from "../project/diagnostics/configuration.js";
import { sayDiagnostics } from "../reporters/diagnostics.js";
import type { Session } from "../session.js";

export interface KindsOptions {
  /** Files with CustomResourceDefinitions; `-` for stdin. */
  readonly files: readonly string[];
  /** A folder to write a module a kind into; absent: print them. */
  readonly out?: string;
  /** The version to read. Default: the most stable one that is served. */
  readonly served?: string;
}

/** `policyc kinds`: CRDs → kind tokens and types. Writes nothing where anything is wrong. */
export async function kinds(options: KindsOptions, session: Session): Promise<ExitCode> {
  const collector = new Collector();
  const resources = options.files.flatMap((file) => resourcesIn(file, options, session, collector));
  if (!collector.hasErrors && options.out !== undefined)
    for (const resource of resources) write(resource, resolve(session.cwd, options.out), session, collector);
  sayDiagnostics(collector, session.cwd, session);
  if (collector.hasErrors) return exitCode.wrongInput;
  if (options.out === undefined) session.print(resources.map(customKindModule).join("\n"));
  return exitCode.fine;
}

function resourcesIn(
  file: string,
  { served }: KindsOptions,
  { cwd, readInput }: Session,
  collector: Collector,
): readonly CustomResource[] {
  try {
    const text = file === "-" ? readInput() : readFileSync(resolve(cwd, file), "utf8");
    return readCustomResources(
      { file: file === "-" ? "stdin" : file, text, ...(served === undefined ? {} : { version: served }) },
      collector,
    );
  } catch (error) {
    collector.report(unreadable(startOf(file), file, reasonOf(error)));
    return [];
  }
}

function write(
  resource: CustomResource,
  folder: string,
  { cwd, print }: Session,
  collector: Collector,
): void {
  const path = join(folder, `${kebabCase(resource.kind)}.ts`);
  const shown = relative(cwd, path).split(sep).join("/");
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, customKindModule(resource));
    print(`wrote ${shown}: ${resource.kind} (${resource.group}/${resource.version})\n`);
  } catch (error) {
    collector.report(unwritable(undefined, shown, reasonOf(error)));
  }
}

/** `PeerAuthentication` → `peer-authentication`. */
function kebabCase(kind: string): string {
  return kind.replaceAll(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "-").toLowerCase();
}
