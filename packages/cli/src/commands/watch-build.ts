import { Collector } from "@policyc/diagnostics";
import type { ExitCode } from "../exit-code.js";
import { findProject, isConfig } from "../project/find.js";
import { openProject } from "../project/project.js";
import { renderRebuilt } from "../reporters/build.js";
import { sayDiagnostics } from "../reporters/diagnostics.js";
import type { Session } from "../session.js";
import { isModule, type LivingCompiler, livingCompiler } from "../watch/compiler.js";
import { watchRounds } from "../watch/rounds.js";
import type { BuildOptions } from "./build.js";
import { buildProject } from "./build-project.js";

/** `policyc build --watch`: a build, then another after each change, of what the change concerns. */
export async function watchBuild(options: BuildOptions, session: Session): Promise<ExitCode> {
  const place = findProject(session.cwd, options.config);
  const compiler = livingCompiler(place.root);
  const round = async (changed: readonly string[]): Promise<string> => {
    compiler.update(changed);
    return buildRound(options, compiler, session);
  };
  const concerns = (file: string): boolean => isModule(file) || isConfig(place, file);
  const code = await watchRounds({ paths: [place.root], concerns, inputs: compiler.inputs, round }, session);
  compiler.close();
  return code;
}

async function buildRound(
  options: BuildOptions,
  compiler: LivingCompiler,
  session: Session,
): Promise<string> {
  const collector = new Collector();
  const project = openProject(session.cwd, options, collector);
  const built =
    project === undefined ? undefined : await buildProject(project, options, session, collector, compiler);
  session.progress.end();
  sayDiagnostics(collector, project?.root ?? session.cwd, session);
  if (collector.hasErrors || built === undefined) return `${session.colours.bad("✗")} nothing was written`;
  const compiled = compiler.compiled();
  compiler.settle();
  return renderRebuilt(compiled, built.plan, session);
}
