import { Collector } from "@policyc/diagnostics";
import { type ExitCode, exitCode } from "../exit-code.js";
import { openProject } from "../project/project.js";
import { renderBuilt, renderOutdated } from "../reporters/build.js";
import { sayDiagnostics } from "../reporters/diagnostics.js";
import { formatDuration } from "../reporters/progress.js";
import type { Session } from "../session.js";
import { type BuildWishes, buildProject } from "./build-project.js";

export interface BuildOptions extends BuildWishes {
  readonly config?: string;
  readonly env?: string;
  readonly timings?: boolean;
}

/** `policyc build`: policies → manifests. Writes nothing where anything is wrong. */
export async function build(options: BuildOptions, session: Session): Promise<ExitCode> {
  const collector = new Collector();
  const project = openProject(session.cwd, options, collector);
  const built = project === undefined ? undefined : await buildProject(project, options, session, collector);
  session.progress.end();
  if (options.timings === true) sayTimings(session);
  sayDiagnostics(collector, project?.root ?? session.cwd, session);
  if (collector.hasErrors || built === undefined) return exitCode.wrongInput;
  if (options.check !== true) {
    session.print(renderBuilt(built, session));
    return exitCode.fine;
  }
  if (built.plan.changed.length + built.plan.stale.length === 0) return exitCode.fine;
  session.print(renderOutdated(built.plan, session));
  return exitCode.failed;
}

function sayTimings({ progress, say }: Session): void {
  for (const { step, milliseconds } of progress.timings())
    say(`${formatDuration(milliseconds).padStart(10)}  ${step}\n`);
}
