import type { EmittedFile } from "../../emit/file-tree.js";
import { printManifests } from "../../emit/manifest.js";
import { header, kustomization } from "../headers.js";
import type { Target } from "../target.js";
import { constraint } from "./constraint.js";
import { syncedKinds, syncSet } from "./inventory.js";
import { constraintTemplate } from "./template.js";

/** Gatekeeper: a ConstraintTemplate with the Rego, and the Constraint that puts it to work. */
export const gatekeeper: Target = {
  name: "gatekeeper",
  title: "Gatekeeper ConstraintTemplate",
  readsInventory: true,
  celDialect: "kubernetes",
  emit: (policy, deployment) => {
    const folder = `gatekeeper/${policy.name}`;
    const synced = syncedKinds(policy);
    return [
      {
        path: `${folder}/template.yaml`,
        text: printManifests([constraintTemplate(policy, deployment)], header(policy)),
      },
      {
        path: `${folder}/constraint.yaml`,
        text: printManifests([constraint(policy, deployment)], header(policy)),
      },
      ...(synced.length === 0
        ? []
        : [
            {
              path: `${folder}/syncset.yaml`,
              text: printManifests([syncSet(policy, synced)], header(policy)),
            },
          ]),
    ];
  },
  // A Constraint's kind exists only once its template has been accepted, and it should find what it reads.
  kustomization: (files) =>
    kustomization(
      "gatekeeper",
      ["/syncset.yaml", "/template.yaml", "/constraint.yaml"].flatMap((suffix) => ending(files, suffix)),
    ),
};

function ending(files: readonly EmittedFile[], suffix: string): readonly EmittedFile[] {
  return files.filter((file) => file.path.endsWith(suffix));
}
