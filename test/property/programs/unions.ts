import { elementSort, type Piece, piece } from "./piece.js";
import { anyList } from "./reads.js";
import { template } from "./texts.js";
import { condition } from "./truths.js";
import { boolean, inModule, named, number, only, place, statement, text } from "./words.js";
import { deeper, fresh, type Made, type Writer } from "./writer.js";

/** Objects of several forms that functions give and take, guards that tell them apart, and tuples. */
export function union(at: Writer): Made {
  return at.choose.among([outcomes, outcomes, guarded, guarded, exhausted, tuples, tuples])(at);
}

/** `{ ok: true, value } | { ok: false, error }`. */
function outcomes(at: Writer): Made {
  const type = `Outcome${at.draft.declarations.length}`;
  inModule(at).put(
    piece("declaration")`type ${type} = { ok: true; value: number } | { ok: false; error: string };`,
  );
  const [name, given, item] = [fresh(at), fresh(at), fresh(at)];
  const { inside, put } = place(at);
  const body = deeper(inside, named(given, "string"));
  const good = (): Piece => piece("outcome")`{ ok: true, value: ${number(body)} }`;
  const bad = (): Piece => piece("outcome")`{ ok: false, error: ${text(body)} }`;
  const test = (): Piece =>
    at.choose.often(15)
      ? piece("boolean")`${at.choose.among(["true", "false"])}`
      : piece("boolean")`${given}.includes("a") || ${boolean(body)}`;
  const declared = put(
    at.choose.among([
      statement`const ${name} = (${given}: string): ${type} => (${test()} ? ${good()} : ${bad()});`,
      statement`function ${name}(${given}: string): ${type} { if (${test()}) return ${bad()}; if (${condition(body)}) return ${bad()}; return ${good()}; }`,
      statement`function ${name}(${given}: string): ${type} { const value = parseInteger(${given}); return value === undefined ? ${bad()} : { ok: true, value }; }`,
    ]),
  );
  const words = at.expression("string[]", deeper(at));
  const inner = deeper(at, named(item, "string"));
  const asked = at.choose.among([
    statement`for (const ${item} of ${words}) { const found = ${name}(${item}); if (!found.ok) yield violation(found.error); else if (found.value > 1) yield violation(\`\${found.value}\`); }`,
    statement`for (const ${item} of ${words}) { const found = ${name}(${text(inner)}); if (found.ok) continue; yield violation(found.error); }`,
    statement`for (const ${item} of ${words}) { const found = ${name}(${item}); yield violation(found.ok ? \`\${found.value}\` : found.error); }`,
    statement`{ const all = ${words}.map((${item}) => ${name}(${item})); for (const one of all) if (one.ok === false) yield violation(one.error); yield violation(\`\${all.filter(({ ok }) => ok).length}\`); }`,
  ]);
  return only(statement`${declared} ${asked}`);
}

const forms =
  '{ kind: "max"; most: number } | { kind: "part"; part: string; says?: string } | { kind: "none" }';

function declaredRule(at: Writer): string {
  const type = `Form${at.draft.declarations.length}`;
  inModule(at).put(piece("declaration")`type ${type} = ${forms};`);
  return type;
}

function form(at: Writer): Piece {
  return at.choose.among([
    piece("form")`{ kind: "max", most: ${number(at)} }`,
    piece("form")`{ kind: "part", part: ${text(at)} }`,
    piece("form")`{ kind: "part", part: ${text(at)}, says: ${text(at)} }`,
    piece("form")`{ kind: "none" }`,
  ]);
}

/** `rule is …`. */
function guarded(at: Writer): Made {
  const type = declaredRule(at);
  const [guard, table, one] = [fresh(at), fresh(at), fresh(at)];
  inModule(at).put(
    at.choose.among([
      piece(
        "declaration",
      )`const ${guard} = (rule: ${type}): rule is Extract<${type}, { kind: "part" }> => rule.kind === "part";`,
      piece(
        "declaration",
      )`function ${guard}(rule: ${type}): rule is { kind: "part"; part: string; says?: string } { return rule.kind === "part"; }`,
      piece(
        "declaration",
      )`const ${guard} = (rule: ${type}): rule is Extract<${type}, { part: string }> => "part" in rule;`,
    ]),
  );
  const { inside, put } = place(at);
  const of = deeper(inside);
  const declared = put(
    statement`const ${table}: readonly ${type}[] = [${form(of)}, ${form(of)}, { kind: "part", part: "a" }];`,
  );
  const turn = deeper(
    { ...at, inLoop: true },
    named(`${one}.part`, "string"),
    named(`${one}.says`, "string", true),
  );
  const asked = at.choose.among([
    statement`for (const ${one} of ${table}.filter(${guard})) if (${condition(turn)}) yield violation(${template(turn)});`,
    statement`for (const ${one} of ${table}) { if (!${guard}(${one})) continue; yield violation(${template(turn)}); }`,
    statement`for (const ${one} of ${table}) if (${guard}(${one}) && ${boolean(turn)}) yield violation(${one}.says ?? ${one}.part);`,
    statement`yield violation(${table}.filter(${guard}).map(({ part, says = "-" }) => \`\${part} \${says}\`).join());`,
    statement`yield violation(${table}.find(${guard})?.part ?? "none");`,
    statement`if (${table}.some((${one}) => ${guard}(${one}) && ${boolean(turn)})) yield violation("some");`,
  ]);
  return only(statement`{ ${declared} ${asked} }`);
}

/** A function that says something of each form, given one of the check. */
function exhausted(at: Writer): Made {
  const type = declaredRule(at);
  const [says, rule, made] = [fresh(at), fresh(at), fresh(at)];
  const { inside, put } = place(at);
  const body = deeper(inside);
  const of = (...names: readonly [string, string][]): Piece =>
    text({ ...body, names: [...body.names, ...names.map(([name, of]) => named(`${rule}.${name}`, of))] });
  const declared = put(
    at.choose.among([
      statement`function ${says}(${rule}: ${type}): string { switch (${rule}.kind) { case "max": return ${of(["most", "number"])}; case "part": return ${rule}.says ?? ${of(["part", "string"])}; case "none": return "none"; } }`,
      statement`const ${says} = (${rule}: ${type}): string => (${rule}.kind === "max" ? ${of(["most", "number"])} : ${rule}.kind === "part" ? ${of(["part", "string"])} : "none");`,
      statement`function ${says}(${rule}: ${type}): string { if (${rule}.kind === "none") return "none"; if ("most" in ${rule}) return ${of(["most", "number"])}; return ${of(["part", "string"])}; }`,
    ]),
  );
  const inner = deeper(at);
  const given = at.choose.among([
    piece("string")`${says}(${form(inner)})`,
    piece("string")`${says}(${boolean(inner)} ? ${form(inner)} : ${form(inner)})`,
    piece("string")`[${form(inner)}, ${form(inner)}].map((one) => ${says}(one)).join()`,
  ]);
  return { piece: statement`${declared} const ${made} = ${given};`, names: [named(made, "string")] };
}

function tuples(at: Writer): Made {
  const [table, item] = [fresh(at), fresh(at)];
  const list = anyList(deeper(at));
  const inside = deeper(at, named(item, elementSort(list)));
  const inner = deeper(at);
  const value = at.choose.among([
    piece("pairs")`${list}.map((${item}): [string, number] => [${text(inside)}, ${number(inside)}])`,
    piece("pairs")`${list}.map((${item}) => [${text(inside)}, ${number(inside)}] as const)`,
    piece("pairs")`[[${text(inner)}, ${number(inner)}], ["a", ${number(inner)}]]`,
    piece(
      "pairs",
    )`Object.entries(${inner.expression("map", inner)}).map(([key, value]) => [key, value.length])`,
  ]);
  const asked = at.choose.among([
    statement`for (const [name, most] of ${table}) if (most > 1) yield violation(name);`,
    statement`for (const pair of ${table}) yield violation(\`\${pair[0]} \${pair[1]}\`);`,
    statement`{ const [first, ...others] = ${table}; yield violation(\`\${first?.[0] ?? "none"} \${others.length}\`); }`,
    statement`yield violation(${table}.filter(([, most]) => most !== 0).map(([name]) => name).join());`,
    statement`yield violation(\`\${${table}.find(([name]) => name === ${text(inner)})?.[1] ?? -1}\`);`,
    statement`{ const [[name, most = 3] = ["none"]] = ${table}; yield violation(\`\${name} \${most}\`); }`,
    statement`yield violation(\`\${${table}.reduce((sum, [, most]) => sum + most, 0)}\`);`,
  ]);
  return only(statement`const ${table}: readonly (readonly [string, number])[] = ${value}; ${asked}`);
}
