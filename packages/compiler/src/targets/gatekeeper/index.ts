import type { EmittedFile } from "../../emit/file-tree.js";
import { printManifests } from "../../emit/manifest.js";
import { header, kustomization } from "../headers.js";
import type { Target } from "../target.js";
import { constraint } from "./constraint.js";
import { constraintTemplate } from "./template.js";

/** Gatekeeper: a ConstraintTemplate with the Rego, and the Constraint that puts it to work. */
export const gatekeeper: Target = {
  name: "gatekeeper",
  title: "Gatekeeper ConstraintTemplate",
  emit: (policy, deployment) => {
    const folder = `gatekeeper/${policy.name}`;
    return [
      {
        path: `${folder}/template.yaml`,
        text: printManifests([constraintTemplate(policy, deployment)], header(policy)),
      },
      {
        path: `${folder}/constraint.yaml`,
        text: printManifests([constraint(policy, deployment)], header(policy)),
      },
    ];
  },
  // A Constraint's kind exists only once its template has been accepted.
  kustomization: (files) =>
    kustomization("gatekeeper", [...ending(files, "/template.yaml"), ...ending(files, "/constraint.yaml")]),
};

function ending(files: readonly EmittedFile[], suffix: string): readonly EmittedFile[] {
  return files.filter((file) => file.path.endsWith(suffix));
}
