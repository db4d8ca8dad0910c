import type { About } from "./about.js";

/** Metrics are a union: which of its fields is there depends on another one. */
export const autoscalers: About = {
  item: "MetricSpec",
  fields: {
    root: ".metadata:metadata .spec:spec",
    spec: ".maxReplicas:number .minReplicas:number? .scaleTargetRef.kind:text .scaleTargetRef.name:text .scaleTargetRef.apiVersion:text? .metrics:items? .behavior?.scaleDown:rules? .behavior?.scaleUp:rules?",
    item: ".type:text .resource:part? .resource?.target:target? .pods?.target:target? .pods?.metric.name:text?",
    part: ".name:text .target:target",
    target: ".type:text .averageUtilization:number? .averageValue:text? .value:text?",
    rules: ".policies?.[0]:policy? .selectPolicy:text? .stabilizationWindowSeconds:number?",
    policy: ".periodSeconds:number .type:text .value:number",
  },
  constants: {
    items: ["(object.spec.metrics ?? [])"],
    truth: [
      '(c.type === "Resource")',
      "(object.spec.maxReplicas > (object.spec.minReplicas ?? 1))",
      "(object.spec.behavior?.scaleDown === undefined)",
    ],
  },
  templates: {
    items: ["(object.spec.metrics ?? [])", "(oldObject?.spec.metrics ?? [])"],
    number: ["(object.spec.minReplicas ?? 1)", "(object.spec.maxReplicas - (object.spec.minReplicas ?? 1))"],
    "number?": ["(c.resource ?? c.pods)?.target.averageUtilization"],
    "text?": [
      "(c.resource?.target ?? c.pods?.target)?.averageValue",
      "c.pods?.metric.selector?.matchLabels?.[@text]",
    ],
    truth: [
      "(object.spec.behavior?.scaleDown?.policies ?? []).some((%p) => @condition{%p:policy})",
      "(c.resource ?? c.pods) === undefined",
      "(compareQuantities(c.resource?.target.averageValue ?? @text, @text) > 0)",
    ],
    bind: [
      "const { resource: { name: %n = @text, target: { averageUtilization: %v } = {} } = {} } = c; @turn{%n:text,%v:number?}",
      "const { minReplicas: %v = 1, maxReplicas: %w, metrics: [%d] = [] } = object.spec; @turn{%v:number,%w:number,%d:item?}",
      "const { policies: %p = [], selectPolicy: %v = @text } = object.spec.behavior?.scaleUp ?? {}; for (const %d of %p) { @inner{%d:policy,%v:text} }",
      "const %v = c.resource?.target ?? c.pods?.target; @turn{%v:target?}",
    ],
    loop: [
      "for (const %p of [...(object.spec.behavior?.scaleUp?.policies ?? []), ...(object.spec.behavior?.scaleDown?.policies ?? [])]) { @inner{%p:policy} }",
      "for (const %p of [object.spec.behavior?.scaleUp, object.spec.behavior?.scaleDown]) { if (%p === undefined) continue; @inner{%p:rules} }",
      "for (const %t of @items.flatMap((%d) => %d.resource?.target ?? %d.pods?.target ?? [])) { @inner{%t:target} }",
    ],
  },
};
