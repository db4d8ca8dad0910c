import type { Collector } from "@policyc/diagnostics";
import { hasOwnPolicies } from "../project/policy-files.js";
import { openProject, type ProjectFlags } from "../project/project.js";
import type { Session } from "../session.js";
import type { OpenBundle } from "./bundle.js";
import { openLibrary } from "./library.js";
import { openProjectBundle } from "./project-bundle.js";

export interface BundleChoice extends ProjectFlags {
  /** The built-in library, also where the project has policies of its own. */
  readonly library?: boolean;
}

/**
 * The project's own policies where it has some, the built-in ones elsewhere. What `policyc.yaml` says holds for both:
 * parameters, exemptions, what is disabled.
 */
export async function openBundle(
  choice: BundleChoice,
  session: Session,
  collector: Collector,
): Promise<OpenBundle | undefined> {
  const project = openProject(session.cwd, choice, collector);
  if (project === undefined) return undefined;
  if (project.document === undefined) return openLibrary(session, collector);
  if (choice.library !== true && (await hasOwnPolicies(project)))
    return openProjectBundle({ project, source: project.document.file, session, collector });
  return openLibrary(session, collector, project);
}
