import type { About } from "./about.js";
import { pods } from "./pod.js";

/** Objects of several kinds, of which `kind` says which one it is. */
export const workloads: About = {
  ...pods,
  fields: { ...pods.fields, root: ".metadata:metadata .kind:text" },
  names: ["podSpec(object):spec"],
  constants: {
    items: ["containers(object)"],
    truth: ['(c.name === "a")', '(object.kind === "Pod")', '(object.kind !== "Deployment")', "!c.stdin"],
  },
  templates: {
    items: [
      "containers(object)",
      "appContainers(object)",
      "podSpec(object).containers",
      "(oldObject ? containers(oldObject) : [])",
      '(object.kind === "Pod" ? object.spec.containers : [])',
    ],
    "text?": ['(object.kind === "CronJob" ? object.spec.schedule : undefined)'],
    "number?": ['(object.kind === "Deployment" ? object.spec.replicas : undefined)'],
    map: ["(podMetadata(object)?.labels ?? {})"],
    narrow: [
      'if (object.kind === "Pod") @say else { @turn }',
      'if (object.kind !== "Deployment") @leave; @turn{object.spec.replicas:number?,object.spec.paused:flag?}',
    ],
    bind: ["const { hostNetwork: %v = @truth, hostname: %w } = podSpec(object); @turn{%v:truth,%w:text?}"],
    loop: ["for (const { name: %n, image: %v = @text } of containers(object)) { @inner{%n:text,%v:text} }"],
    turn: [
      'switch (object.kind) { case "Pod": @say break; case "CronJob": @leave; default: @turn }',
      "if (podSpec(object).hostNetwork) @leave; @turn",
    ],
  },
};
