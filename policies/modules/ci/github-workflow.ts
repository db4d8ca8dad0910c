import { document } from "@policyc/sdk";

/** A step of a job, as far as policies read it. */
export interface Step {
  name?: string;
  run?: string;
  /** `owner/repository@ref`, `./path` or `docker://image`. */
  uses?: string;
  with?: { [input: string]: unknown };
  env?: { [variable: string]: unknown };
  "continue-on-error"?: unknown;
}

/** A workflow of GitHub Actions: `.github/workflows/*.yaml`. */
export interface GithubWorkflow {
  jobs: { [job: string]: { uses?: string; steps?: Step[] } };
}

export const GithubWorkflow = document<GithubWorkflow>({
  name: "GithubWorkflow",
  title: "GitHub Actions workflow",
  recognise: { has: ["on", "jobs"] },
});

/** A composite action: `action.yaml`. */
export interface GithubAction {
  runs: { steps?: Step[] };
}

export const GithubAction = document<GithubAction>({
  name: "GithubAction",
  title: "GitHub composite action",
  recognise: { fields: { "runs.using": "composite" } },
});

/** Steps by themselves, as documentation and templates have them. */
export interface GithubSteps {
  items: Step[];
}

export const GithubSteps = document<GithubSteps>({
  name: "GithubSteps",
  title: "steps of GitHub Actions",
  recognise: { items: { hasAny: ["run", "uses"] } },
});

export function stepsOf(object: GithubWorkflow | GithubAction | GithubSteps): Step[] {
  if ("items" in object) return object.items;
  if ("runs" in object) return object.runs.steps ?? [];
  return Object.values(object.jobs).flatMap(({ steps }) => steps ?? []);
}

/** What may run another's code: the steps, and jobs that are a workflow of somebody's. */
export function callersOf(object: GithubWorkflow | GithubAction | GithubSteps): { uses?: string }[] {
  if ("items" in object) return object.items;
  if ("runs" in object) return object.runs.steps ?? [];
  return Object.values(object.jobs).flatMap((job) => [job, ...(job.steps ?? [])]);
}
