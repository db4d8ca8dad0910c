import type { About } from "./about.js";
import { deployments } from "./deployment.js";
import { pods } from "./pod.js";

/** Templates within templates. */
export const cronJobs: About = {
  ...pods,
  fields: {
    ...deployments.fields,
    root: ".metadata:metadata .spec:cron .spec.jobTemplate.spec.template.spec:spec .spec.jobTemplate.spec:job",
    cron: ".schedule:text .suspend:flag? .successfulJobsHistoryLimit:number? .jobTemplate.metadata?.labels:map?",
    job: ".parallelism:number? .template.metadata?.labels:map? .template.metadata?.annotations:map?",
  },
  constants: {
    items: ["containers(object)"],
    truth: ['(c.name === "a")', "!c.stdin", "(object.spec.suspend === true)"],
  },
  templates: {
    items: [
      "object.spec.jobTemplate.spec.template.spec.containers",
      "containers(object)",
      "(podSpec(object).initContainers ?? [])",
      "(oldObject?.spec.jobTemplate.spec.template.spec.containers ?? [])",
    ],
    texts: ['object.spec.schedule.split(" ")', "/\\s/.test(object.spec.schedule) ? @texts : [@text]"],
    bind: [
      "const { schedule: %v, suspend: %w = @truth, jobTemplate: { spec: { parallelism: %n = 1 } } } = object.spec; @turn{%v:text,%w:truth,%n:number}",
      "const { template: { spec: { hostname: %v = @text }, metadata: { labels: %w = {} } = {} } } = object.spec.jobTemplate.spec; @turn{%v:text,%w:map}",
    ],
    loop: ["for (const { name: %n, image: %v = @text } of @items) { @inner{%n:text,%v:text} }"],
  },
};
