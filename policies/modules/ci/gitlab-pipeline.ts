import { document } from "@policyc/sdk";

/** A job, as far as policies read it. */
export interface GitlabJob {
  script?: string | string[];
}

/** `.gitlab-ci.yml`: jobs by their names, and beside them keywords such as `stages`, which have no script. */
export interface GitlabPipeline {
  [entry: string]: GitlabJob;
}

export const GitlabPipeline = document<GitlabPipeline>({
  name: "GitlabPipeline",
  title: "GitLab pipeline",
  recognise: { member: { has: ["script"] } },
  schema: { type: "object" },
});
