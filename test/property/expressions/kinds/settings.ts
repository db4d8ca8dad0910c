import type { About } from "./about.js";

/** Maps of texts; their elements are who owns them. */
const owned: Pick<About, "item" | "constants"> = {
  item: "OwnerReference",
  constants: {
    items: ["(object.metadata.ownerReferences ?? [])"],
    truth: ["(object.immutable === true)", "(c.controller === true)", "(object.data === undefined)"],
  },
};

const fields = {
  item: ".kind:text .name:text .apiVersion:text .controller:flag?",
  part: ".annotations:map? .namespace:text?",
};

const templates: About["templates"] = {
  check: [
    "for (const [%k, %w] of Object.entries(object.data ?? {})) { @each{%k:text,%w:text} }",
    "for (const %k of Object.keys(object.data ?? {})) { @each{%k:text} }",
  ],
  items: ["(object.metadata.ownerReferences ?? [])", "(oldObject?.metadata.ownerReferences ?? [])"],
  map: ["(object.data ?? {})", "(oldObject?.data ?? {})"],
  "text?": ["object.data?.[@text]", "oldObject?.data?.[@text]"],
  texts: ["Object.keys(object.data ?? {})", '(object.data?.["a"] ?? @text).split("\\n")'],
  "flag?": ["object.immutable", "oldObject?.immutable"],
  truth: [
    "deepEqual(object.data, oldObject?.data)",
    "(oldObject !== undefined && !deepEqual(object.data, oldObject.data))",
    "Object.entries(object.data ?? {}).some(([%k, %w]) => oldObject?.data?.[%k] !== %w)",
    "@texts.every((%t) => %t in (object.data ?? {}))",
    "(oldObject?.immutable === true && object.immutable !== true)",
  ],
  bind: [
    'const { a: %v, "a/b": %w = @text, ...%r } = object.data ?? {}; @turn{%v:text?,%w:text,%r:map}',
    "const { data: %v = {}, immutable: %w } = object; @turn{%v:map,%w:flag?}",
  ],
  loop: [
    'for (const %t of (object.data?.["app"] ?? "").split("\\n")) { @inner{%t:text} }',
    "for (const [%k, %w] of Object.entries({ ...known, ...object.data })) { @inner{%k:text,%w:text} }",
  ],
};

export const configMaps: About = {
  ...owned,
  fields: {
    ...fields,
    root: ".metadata:metadata .metadata:part .data:map? .binaryData:map? .immutable:flag?",
  },
  templates,
};

export const secrets: About = {
  ...owned,
  fields: { ...fields, root: ".metadata:metadata .metadata:part .data:map? .type:text? .immutable:flag?" },
  templates,
};
