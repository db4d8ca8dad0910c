import { unnumbered } from "@policyc/ir";

/** Words of CEL, and the names that Kubernetes and Kyverno give to an expression. */
const reserved: ReadonlySet<string> = new Set([
  ...[
    "as",
    "break",
    "const",
    "continue",
    "else",
    "false",
    "for",
    "function",
    "if",
    "import",
    "in",
    "let",
    "loop",
    "namespace",
    "null",
    "package",
    "return",
    "true",
    "var",
    "void",
    "while",
  ],
  ...[
    "object",
    "oldObject",
    "request",
    "params",
    "namespaceObject",
    "variables",
    "authorizer",
    "optional",
    "dyn",
    "type",
    "size",
    "has",
    "self",
  ],
  ...[
    "bool",
    "bytes",
    "double",
    "duration",
    "int",
    "list",
    "map",
    "string",
    "timestamp",
    "uint",
    "quantity",
    "url",
    "ip",
    "cidr",
    "format",
    "sets",
    "exceptions",
    "images",
    "attestors",
    "resource",
    "http",
    "image",
    "user",
    "json",
    "yaml",
    "math",
    "time",
    "hash",
    "random",
  ],
]);

/** The author's name as CEL can have it, with a number where it is taken. */
export function celName(wanted: string, taken: ReadonlySet<string>): string {
  const identifier = unnumbered(wanted)
    .replace(/[^A-Za-z0-9_]/g, "_")
    .replace(/^(?=\d)/, "_");
  const base = reserved.has(identifier) ? `${identifier}Value` : identifier;
  let name = base;
  for (let number = 2; taken.has(name); number++) name = `${base}${number}`;
  return name;
}
