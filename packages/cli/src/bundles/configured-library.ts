import { hasOwnPolicies } from "../project/policy-files.js";
import type { Project } from "../project/project.js";

/**
 * The library with what a project says of it; `undefined` where that decides nothing of what its policies find.
 * Settings for policies that the library does not have are for the project's own.
 */
export async function configuredLibrary(
  library: Project,
  project: Project | undefined,
): Promise<Project | undefined> {
  if (project === undefined || !decides(project)) return undefined;
  const { policies: _policies, ...config } = project.config;
  const isPartly = await hasOwnPolicies(project);
  return { ...project, ...library, layers: project.layers, config, isPartly };
}

function decides({ layers }: Project): boolean {
  return layers.some(({ says }) =>
    [says.settings, says.exemptions, says.excludedNamespaces, says.minKubernetes].some(
      (said) => said !== undefined,
    ),
  );
}
