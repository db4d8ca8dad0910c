import type { About } from "./about.js";

/** Who may do what. */
export const bindings: About = {
  item: "Subject",
  fields: {
    root: ".metadata:metadata .subjects:items? .roleRef:part .subjects?.[0]:item?",
    item: ".kind:text .name:text .namespace:text? .apiGroup:text?",
    part: ".kind:text .name:text .apiGroup:text?",
  },
  constants: {
    items: ["(object.subjects ?? [])"],
    truth: [
      '(c.kind === "Group")',
      "(c.namespace !== object.metadata.namespace)",
      "(object.subjects == null)",
    ],
  },
  templates: {
    items: ["(object.subjects ?? [])", "(oldObject?.subjects ?? [])"],
    "text?": ["@items.find((%d) => @condition{%d:item})?.namespace", "c.namespace"],
    text: ["(c.namespace ?? object.metadata.namespace ?? @text)", "object.roleRef.name"],
    truth: [
      "@items.some(({ kind: %k, name: %n }) => %k === @text && @condition{%n:text})",
      "(oldObject !== undefined && oldObject.roleRef.name !== object.roleRef.name)",
      "(oldObject?.subjects ?? []).some((%d) => %d.name === c.name && @condition{%d:item})",
    ],
    bind: [
      "const { kind: %k, namespace: %v = @text } = c; @turn{%k:text,%v:text}",
      "const { roleRef: { name: %n, apiGroup: %v }, subjects: %w } = object; @turn{%n:text,%v:text?,%w:items?}",
    ],
    loop: [
      "for (const { kind: %k, name: %n, namespace: %v } of @items) { @inner{%k:text,%n:text,%v:text?} }",
    ],
    turn: ['switch (c.kind) { case "User": @leave; case "Group": @say break; default: @turn }'],
  },
};
