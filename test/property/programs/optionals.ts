import { elementSort, type Piece, piece, together } from "./piece.js";
import { anyList } from "./reads.js";
import { template } from "./texts.js";
import { statement } from "./words.js";
import { deeper, fresh, type Made, type Name, type Writer } from "./writer.js";

const named = (text: string, type: string, optional = false): Name => ({ text, type, optional });

/** `const xs: (string | undefined)[] = [a?.b, c]`, and what is asked of it: values that may be absent, in a list. */
export function listOfOptionals(at: Writer): Made {
  const type = at.choose.among(["string", "string", "number"] as const);
  const [list, made] = [fresh(at), fresh(at)];
  const declared = statement`const ${list}: (${type} | undefined)[] = ${itemsOf(type, deeper(at))};`;
  const { piece: asked, names } = at.choose.among([
    present,
    present,
    joined,
    counted,
    inSet,
    told,
    found,
    mapped,
  ])({
    at: deeper(at),
    list,
    type,
    made,
  });
  return { piece: statement`${declared} ${asked}`, names };
}

interface Asked {
  readonly at: Writer;
  readonly list: string;
  readonly type: "string" | "number";
  /** The name of what is made of the list. */
  readonly made: string;
}

/** Written one by one, or what each of a list has. */
function itemsOf(type: string, at: Writer): Piece {
  const items = piece("optionals");
  if (at.choose.often(65)) {
    const each = Array.from({ length: 1 + at.choose.below(3) }, () =>
      at.choose.often(75) ? at.optional(type, at) : at.expression(type, at),
    );
    return items`[${together("items", each, ", ")}]`;
  }
  const of = anyList(at);
  const item = fresh(at);
  const inner = deeper(at, named(item, elementSort(of)));
  return items`${of}.map((${item}) => ${inner.optional(type, inner)})`;
}

/** Those that are there. */
function present({ at, list, type, made }: Asked): Made {
  const test = at.choose.among(["one !== undefined", "one != null", 'typeof one !== "undefined"']);
  const kept = at.choose.among([
    `.filter((one) => ${test})`,
    `.filter((one): one is ${type} => one !== undefined)`,
    `.flatMap((one) => (one === undefined ? [] : [one]))`,
    `.flatMap((one) => one ?? [])`,
  ]);
  return {
    piece: statement`const ${made} = ${list}${kept};`,
    names: [named(made, `${type}[]`)],
  };
}

function joined({ at, list, made }: Asked): Made {
  const says = at.choose.among([
    `${list}.filter((one) => one !== undefined).join(" ")`,
    `${list}.map((one) => one ?? "-").join(",")`,
    `${list}.map((one, at) => \`\${at}\${one ?? ""}\`).join(",")`,
    `\`\${${list}.at(-1) ?? "none"} \${${list}[1] ?? "none"}\``,
  ]);
  return { piece: statement`const ${made} = ${says};`, names: [named(made, "string")] };
}

function counted({ at, list, type, made }: Asked): Made {
  const asked = at.choose.among([
    piece("number")`${list}.filter((one) => one === ${at.optional(type, at)}).length`,
    piece("number")`${list}.indexOf(${at.optional(type, at)})`,
    piece("number")`${list}.filter((one) => one === undefined).length`,
    piece("number")`${list}.findIndex((one) => one === undefined)`,
    piece("number")`${list}.filter(Boolean).length`,
  ]);
  return { piece: statement`const ${made} = ${asked};`, names: [named(made, "number")] };
}

function inSet({ at, list, type, made }: Asked): Made {
  const asked = at.choose.among([
    piece("boolean")`new Set(${list}).has(${at.optional(type, at)})`,
    piece("boolean")`new Set(${list}).size ${at.choose.among(["<", "===", "!=="])} ${list}.length`,
    piece("boolean")`${list}.includes(${at.optional(type, at)})`,
    piece("boolean")`${list}.every((one) => one === ${list}[0])`,
    piece("boolean")`${list}.some((one) => one === undefined)`,
    piece("boolean")`${list}.includes(undefined)`,
  ]);
  return { piece: statement`const ${made} = ${asked};`, names: [named(made, "boolean")] };
}

/** A turn for each of them, also for what is absent. */
function told({ at, list, type, made }: Asked): Made {
  const inside = deeper({ ...at, inLoop: true }, named(made, type));
  const absent = at.choose.among(["continue;", "break;", 'yield violation("absent");']);
  return {
    piece: at.choose.often(50)
      ? statement`for (const ${made} of ${list}) { if (${made} === undefined) ${absent} else yield violation(${template(inside)}); }`
      : statement`for (const ${made} of ${list}) yield violation(\`\${${made} ?? "absent"}\`);`,
    names: [],
  };
}

function found({ at, list, type, made }: Asked): Made {
  const search = at.choose.among(["find", "findLast"]);
  const inside = deeper(at, named("one", type));
  const test = piece("boolean")`one !== undefined && ${inside.expression("boolean", inside)}`;
  return {
    piece: statement`const ${made} = ${list}.${search}((one) => ${test});`,
    names: [named(made, type, true)],
  };
}

function mapped({ at, list, type, made }: Asked): Made {
  const inside = deeper(at, named("one", type, true));
  return {
    piece: statement`const ${made} = ${list}.map((one) => ${inside.expression("string", inside)});`,
    names: [named(made, "string[]")],
  };
}
