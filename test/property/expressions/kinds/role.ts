import type { About } from "./about.js";

/** Cluster-scoped: its objects are in no namespace. */
export const roles: About = {
  item: "PolicyRule",
  fields: {
    root: ".metadata:metadata .rules:items? .rules?.[0]:part?",
    item: ".verbs:texts .apiGroups:texts? .resources:texts? .resourceNames:texts?",
    part: ".verbs:texts .apiGroups:texts? .resourceNames:texts?",
  },
  constants: {
    items: ["(object.rules ?? [])"],
    truth: [
      'c.verbs.includes("*")',
      "(c.resourceNames === undefined)",
      'object.metadata.name.startsWith("a")',
    ],
  },
  templates: {
    items: ["(object.rules ?? [])", "(oldObject?.rules ?? [])"],
    "texts?": ["@pathItem??.resources", "c.resources", "c.resourceNames"],
    texts: ["c.verbs", "(c.resources ?? [])", "(object.rules ?? []).flatMap((%d) => %d.verbs)"],
    bind: [
      "const { verbs: %v, resources: %w = [] } = c; @turn{%v:texts,%w:texts}",
      "const { apiGroups: [%v = @text] = [], resourceNames: %w } = c; @turn{%v:text,%w:texts?}",
    ],
    loop: [
      "for (const %t of c.verbs) { @inner{%t:text} }",
      "for (const %t of c.resources ?? []) for (const %v of c.apiGroups ?? [@text]) { @inner{%t:text,%v:text} }",
      "for (const { verbs: %v, apiGroups: %w } of @items) { @inner{%v:texts,%w:texts?} }",
    ],
    turn: ["for (const %t of c.verbs) { if (@condition{%t:text}) continue; @say }"],
  },
};
