/** A custom resource with what the API's own kinds seldom have: `null`, in fields that are required as well, and fields of any type. */
export const widget = {
  Widget: { metadata: "NamedObjectMeta", store: "WidgetStore", "spec?": "WidgetSpec|null" },
  WidgetStore: {
    class: "string|null name",
    size: "number|null small",
    safe: "boolean|null",
    words: "string[]|null name",
    owner: "WidgetOwner|null",
    "tags?": "map|null label",
    "ratio?": "fraction",
  },
  WidgetOwner: { name: "string|null name", "groups?": "string[]|null name", "note?": "string text" },
  WidgetSpec: {
    "class?": "string|null name",
    "size?": "number|null small",
    "safe?": "boolean|null",
    "words?": "string[]|null name",
    "sizes?": "number[]|null small",
    "notes?": "note[] name",
    "owner?": "WidgetOwner|null",
    "parts?": "WidgetPart[]|null",
    "tags?": "map|null label",
    "port?": "IntOrString|null",
    "ports?": "IntOrString[]",
    "lists?": "lists name",
    "named?": "named name",
    "anything?": "unknown name",
  },
  WidgetPart: {
    name: "string|null name",
    "size?": "number|null small",
    "words?": "string[]|null name",
    "port?": "IntOrString",
  },
} as const;

/** How TypeScript writes the types that shapes have names of their own for. */
export const typeScript: Readonly<Record<string, string>> = {
  number: "Integer",
  "number[]": "Integer[]",
  map: "{ [key: string]: string }",
  lists: "{ [key: string]: string[] }",
  named: "{ [key: string]: string | null }",
  note: "string | null",
  "note[]": "(string | null)[]",
  fraction: "number",
};
