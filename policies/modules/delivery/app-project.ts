import { kind, type NamedObjectMeta } from "@policyc/sdk";

interface GroupKind {
  group: string;
  kind: string;
}

/** Argo CD's AppProject: what its Applications may deploy, from where, and where to. `*` is everything. */
export interface AppProject {
  apiVersion: "argoproj.io/v1alpha1";
  kind: "AppProject";
  metadata: NamedObjectMeta;
  spec: {
    sourceRepos?: string[];
    destinations?: { server?: string; name?: string; namespace?: string }[];
    /** Nothing where it is absent. */
    clusterResourceWhitelist?: GroupKind[];
  };
}

export const AppProject = kind<AppProject>({
  group: "argoproj.io",
  version: "v1alpha1",
  kind: "AppProject",
  plural: "appprojects",
  scope: "Namespaced",
});
