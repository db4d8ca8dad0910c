import type { About } from "./about.js";

/** Claims of storage; their elements are the questions of their selector. */
export const claims: About = {
  item: "LabelSelectorRequirement",
  fields: {
    root: ".metadata:metadata .spec:spec",
    spec: '.accessModes:texts? .storageClassName:text? .volumeMode:text? .selector?.matchLabels:map? .resources:part? .resources?.requests?.["storage"]:text? .resources?.requests?.["memory"]:text? .dataSource:source?',
    item: ".key:text .operator:text .values:texts?",
    part: '.requests:map? .limits:map? .requests?.["cpu"]:text?',
    source: ".kind:text .name:text",
  },
  constants: {
    items: ["(object.spec.selector?.matchExpressions ?? [])"],
    truth: [
      "(object.spec.resources === undefined)",
      "(object.spec.dataSource?.apiGroup == null)",
      '(object.spec.accessModes ?? []).includes("ReadWriteMany")',
    ],
  },
  templates: {
    items: [
      "(object.spec.selector?.matchExpressions ?? [])",
      "(oldObject?.spec.selector?.matchExpressions ?? [])",
    ],
    text: ['(object.spec.resources?.requests?.["memory"] ?? "1Gi")'],
    "text?": ["object.spec.resources?.requests?.[@text]", "object.spec.dataSource?.apiGroup ?? undefined"],
    texts: ["(object.spec.accessModes ?? [])", "Object.keys(object.spec.resources?.requests ?? {})"],
    truth: [
      '(compareQuantities(object.spec.resources?.requests?.["cpu"] ?? @text, @text) > 0)',
      "Object.entries(object.spec.resources?.limits ?? {}).some(([%k, %w]) => compareQuantities(%w, object.spec.resources?.requests?.[%k] ?? @text) > 0)",
      "matchesSelector(object.spec.selector ?? {}, @map)",
      "isQuantity(object.spec.resources?.requests?.[@text] ?? @text)",
    ],
    number: [
      "milliValue(object.spec.resources?.requests?.[@text] ?? @text)",
      "Object.values(object.spec.resources?.requests ?? {}).reduce((%sum, %w) => %sum + milliValue(%w), 0)",
    ],
    bind: [
      "const { accessModes: %v = [], storageClassName: %w, resources: { requests: %q = {} } = {} } = object.spec; @turn{%v:texts,%w:text?,%q:map}",
      "const { values: [%v = @text, ...%w] = [], key: %k } = c; @turn{%v:text,%w:texts,%k:text}",
    ],
    loop: [
      "for (const [%k, %w] of Object.entries(object.spec.resources?.requests ?? {})) { @inner{%k:text,%w:text} }",
      "for (const %t of object.spec.accessModes ?? []) { @inner{%t:text} }",
    ],
  },
};
