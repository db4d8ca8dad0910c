import { elementOf, shapes } from "../objects/shapes.js";
import { pathsOf } from "./paths.js";
import { type Piece, piece } from "./piece.js";
import { settings } from "./settings.js";
import { template } from "./texts.js";
import { named, only, place, statement, text } from "./words.js";
import { deeper, fresh, type Made, type Writer } from "./writer.js";

/** Who asks for what, and how an object was before. */
export function ofRequest(at: Writer): Made {
  const has = (name: string): boolean => at.names.some((one) => one.text === name && one.type !== "string");
  if (has("request") && has("object") && at.choose.often(20)) return around(at);
  if (has("request") && at.choose.often(50)) return who(at);
  const kind = at.names.find(({ text: name }) => name === "object")?.type;
  if (!has("oldObject") || kind === undefined) return has("request") ? who(at) : settings(at);
  return at.choose.often(50) ? listsBefore(kind, at) : before(kind, at);
}

/** The namespace of the object, which a cluster-scoped one has not. */
function around(at: Writer): Made {
  const made = fresh(at);
  const inner = deeper(at);
  const key = at.choose.among(['"app"', '"team"', '"kubernetes.io/metadata.name"']);
  const label = `namespaceObject?.metadata.labels?.[${key}]`;
  return only(
    at.choose.among([
      statement`if (${label} === ${text(inner)}) yield violation(${template(inner)});`,
      statement`if (namespaceObject === undefined) yield violation("in none"); else yield violation(namespaceObject.metadata.name);`,
      statement`{ const { labels: ${made} = {} } = namespaceObject?.metadata ?? {}; if (!(${key} in ${made})) yield violation(\`\${Object.keys(${made}).length}\`); }`,
      statement`for (const [key, value] of Object.entries(namespaceObject?.metadata.labels ?? {})) if (object.metadata.labels?.[key] !== value) yield violation(\`\${key} is not \${value}\`);`,
      statement`{ const ${made} = ${label} ?? object.metadata.labels?.[${key}]; if (!${made}?.startsWith(${text(inner)})) yield violation(${made} ?? "none"); }`,
    ]),
  );
}

function who(at: Writer): Made {
  const made = fresh(at);
  const [inner, word] = [deeper(at), at.choose.among(['"system:masters"', '"g"', '"system:"', '"admin"'])];
  const groups = "request.userInfo?.groups";
  const asked = at.choose.among([
    piece("boolean")`(${groups}?.includes(${word}) ?? false)`,
    piece("boolean")`!${groups}?.some((group) => group.startsWith(${word}))`,
    piece(
      "boolean",
    )`(${groups} ?? []).some((group) => ${inner.expression("string[]", inner)}.includes(group))`,
    piece("boolean")`(request.userInfo?.username?.startsWith(${word}) || (${groups} ?? []).length > 1)`,
    piece("boolean")`(request.operation === "UPDATE" && !(${groups} ?? []).includes(${word}))`,
    piece("boolean")`["CREATE", "UPDATE"].includes(request.operation ?? "")`,
    piece("boolean")`((request.userInfo ?? {}).username === ${word} && request.dryRun !== true)`,
  ]);
  const rest = at.choose.among([
    statement``,
    statement`switch (request.operation) { case "CREATE": yield violation(\`created by \${request.userInfo?.username ?? "nobody"}\`); break; case "UPDATE": if (${made}) yield violation("updated"); break; default: yield violation("else"); }`,
    statement`const { operation, userInfo: { username = "nobody", groups = [] } = {} } = request; if (${made}) yield violation(\`\${operation ?? "-"} \${username} \${groups.join()}\`);`,
    statement`for (const group of ${groups} ?? []) if (${made} && group !== ${text(inner)}) yield violation(group);`,
  ]);
  return only(
    statement`{ const ${made} = ${asked}; ${rest} if (${made}) yield violation(${template(inner)}); }`,
  );
}

function before(kind: string, at: Writer): Made {
  const inner = deeper(at);
  const paths = pathsOf(kind).filter(({ type }) => ["string", "number", "boolean"].includes(type));
  const [first, ...others] = paths;
  if (first === undefined) return settings(at);
  const { text: path } = at.choose.among([first, ...others]);
  const key = at.choose.among(['"app"', '"a"', '"web"']);
  const isUpdate =
    at.choose.often(50) && at.names.some(({ text: name }) => name === "request")
      ? 'request.operation === "UPDATE" && '
      : "";
  return only(
    at.choose.among([
      statement`if (${isUpdate}oldObject !== undefined && oldObject${path} !== object${path}) yield violation(${template(inner)});`,
      statement`if (oldObject?.metadata.labels?.[${key}] !== object.metadata.labels?.[${key}]) yield violation(\`\${oldObject?.metadata.labels?.[${key}] ?? "none"} to \${object.metadata.labels?.[${key}] ?? "none"}\`);`,
      statement`for (const [name, value] of Object.entries(oldObject?.metadata.labels ?? {})) if (object.metadata.labels?.[name] !== value) yield violation(\`\${name} was \${value}\`);`,
      statement`{ const old = oldObject ?? object; if (old${path} === object${path} && ${inner.expression("boolean", inner)}) yield violation(old.metadata.name); }`,
      statement`{ if (oldObject === undefined) { yield violation("new"); } else { const { metadata: { name, labels = {} } } = oldObject; if (Object.keys(labels).length > 0) yield violation(name); } }`,
      statement`if (oldObject && !deepEqual(oldObject.metadata.labels ?? {}, object.metadata.labels ?? {})) yield violation("labels");`,
    ]),
  );
}

/** Elements of the object that it did not have before, or had otherwise. */
function listsBefore(kind: string, at: Writer): Made {
  const lists = pathsOf(kind).filter(({ type }) =>
    (shapes.get(elementOf(type) ?? "") ?? []).some(({ name }) => name === "name"),
  );
  const [first, ...others] = lists;
  if (first === undefined) return before(kind, at);
  const { text: path, type } = at.choose.among([first, ...others]);
  const element = elementOf(type) ?? type;
  const [name, one, other] = [fresh(at), fresh(at), fresh(at)];
  const { inside, put } = place(at);
  const compared = deeper(inside, named(one, element), named(other, element));
  const declared = put(
    statement`const ${name} = (${one}: ${element}, ${other}: ${element}): boolean => ${text(compared)} === ${text(compared)};`,
  );
  const turn = deeper({ ...at, inLoop: true }, named(one, element));
  const found: Piece = piece("found")`oldItems.find(({ name }) => name === ${one}.name)`;
  const asked = at.choose.among([
    statement`{ const ${other} = ${found}; if (${other} === undefined) yield violation(${template(turn)}); else if (!${name}(${one}, ${other})) yield violation("changed"); }`,
    statement`if (!oldItems.some((${other}) => ${name}(${one}, ${other}))) yield violation(${template(turn)});`,
    statement`if (!new Set(oldItems.map(({ name }) => name)).has(${one}.name)) yield violation(${template(turn)});`,
    statement`if (new Map(oldItems.map((old) => [old.name, old] as const)).get(${one}.name) === undefined) yield violation(${template(turn)});`,
  ]);
  return only(
    statement`${declared} { const oldItems = oldObject?${path} ?? []; for (const ${one} of object${path} ?? []) ${asked} }`,
  );
}
