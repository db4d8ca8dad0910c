import { kind, type NamedObjectMeta } from "@policyc/sdk";

interface Source {
  repoURL: string;
}

export interface ApplicationSpec {
  project: string;
  source?: Source;
  sources?: Source[];
}

/** Argo CD's Application: what is deployed, from where. */
export interface Application {
  apiVersion: "argoproj.io/v1alpha1";
  kind: "Application";
  metadata: NamedObjectMeta;
  spec: ApplicationSpec;
}

export const Application = kind<Application>({
  group: "argoproj.io",
  version: "v1alpha1",
  kind: "Application",
  plural: "applications",
  scope: "Namespaced",
});

/** Argo CD's ApplicationSet: a template of Applications. What a generator fills in stands in braces. */
export interface ApplicationSet {
  apiVersion: "argoproj.io/v1alpha1";
  kind: "ApplicationSet";
  metadata: NamedObjectMeta;
  spec: { template: { spec: ApplicationSpec } };
}

export const ApplicationSet = kind<ApplicationSet>({
  group: "argoproj.io",
  version: "v1alpha1",
  kind: "ApplicationSet",
  plural: "applicationsets",
  scope: "Namespaced",
});
