import type { About } from "./about.js";
import { pods } from "./pod.js";

export const deployments: About = {
  ...pods,
  fields: {
    ...pods.fields,
    root: ".metadata:metadata .spec:deployment .spec.template.spec:spec",
    deployment:
      ".replicas:number? .minReadySeconds:number? .paused:flag? .selector.matchLabels:map? .template.metadata?.labels:map?",
    spec: ".containers:items .initContainers:items? .hostNetwork:flag? .hostname:text? .priority:number? .securityContext:podSecurity? .nodeSelector:map?",
  },
  constants: {
    items: ["containers(object)"],
    truth: [
      '(c.name === "a")',
      "!c.stdin",
      "(object.spec.paused === true)",
      "((object.spec.replicas ?? 1) > 1)",
    ],
  },
  templates: {
    items: [
      "object.spec.template.spec.containers",
      "containers(object)",
      "(object.spec.template.spec.initContainers ?? [])",
    ],
    "text?": ["@items.find((%d) => @condition{%d:item})?.image", "@pathMap??.[@text]"],
    truth: [
      "matchesSelector(object.spec.selector, object.spec.template.metadata?.labels)",
      "deepEqual(object.spec.selector.matchLabels, object.spec.template.metadata?.labels)",
    ],
    bind: [
      "const { image: %v = @text, name: %n } = c; @turn{%v:text,%n:text}",
      "const { replicas: %v = 1, paused: %w = @truth } = object.spec; @turn{%v:number,%w:truth}",
      "const { template: { metadata: { labels: %v = {} } = {} } } = object.spec; @turn{%v:map}",
    ],
    narrow: ["const %v = @item?; if (%v?.securityContext) { @turn{%v.securityContext:part,%v:item} }"],
    loop: ["for (const { name: %n, image: %v = @text } of @items) { @inner{%n:text,%v:text} }"],
  },
};
