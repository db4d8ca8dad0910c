import { isSeveral } from "../objects/subjects.js";
import { chained } from "./chains.js";
import { tableOfChecks } from "./checks.js";
import { ofWidget } from "./custom.js";
import { switchTrue } from "./decided.js";
import { delegatedEach } from "./delegation.js";
import { ofEntries } from "./entries.js";
import { enumerated } from "./enums.js";
import { ofFindings } from "./findings.js";
import { fieldOfFound } from "./found.js";
import { functionForm } from "./functions.js";
import { ofInventory } from "./inventory.js";
import { bestOfAll, fromTheEnd, leftAbsent, leftKeys, positions } from "./leaving.js";
import { madePredicates } from "./makers.js";
import { leftByLabel, nestedLists } from "./nesting.js";
import { listOfOptionals } from "./optionals.js";
import { takenApart } from "./patterns.js";
import { elementSort, type Piece, piece, together } from "./piece.js";
import { anyList, listOfLists } from "./reads.js";
import { ofRequest } from "./requests.js";
import { settings } from "./settings.js";
import { ofSeveral } from "./several.js";
import { summary } from "./summaries.js";
import { tableOfForms } from "./tables.js";
import { template } from "./texts.js";
import { condition } from "./truths.js";
import { turn } from "./turns.js";
import { union } from "./unions.js";
import { named, only, statement, text } from "./words.js";
import { deeper, fresh, type Made, type Writer } from "./writer.js";

const authored = [
  enumerated,
  ofFindings,
  ofFindings,
  summary,
  summary,
  tableOfChecks,
  delegatedEach,
  madePredicates,
  takenApart,
  ofEntries,
  switchTrue,
  chained,
  union,
  ofRequest,
] as const;

/** What people write beside plain loops and choices: tables of rules, sets and maps that are made on the way, loops with labels. */
export function idiom(at: Writer): Made {
  if (at.draft.others.length > 0 && at.choose.often(60)) return ofInventory(at);
  const object = at.names.find(({ text: name }) => name === "object");
  if (object !== undefined && isSeveral(object.type) && at.choose.often(40))
    return ofSeveral(object.type, at);
  const isCustom = at.names.some(({ text: name, type }) => name === "object" && type === "Widget");
  if (isCustom && at.choose.often(40)) return ofWidget(at);
  return at.choose.among([
    tableOfRules,
    tableOfPairs,
    tableOfFunctions,
    seenBefore,
    putBefore,
    lookedUp,
    ofEachLast,
    labelled,
    labelled,
    fromTheEnd,
    bestOfAll,
    leftKeys,
    leftAbsent,
    positions,
    listOfOptionals,
    listOfOptionals,
    tableOfForms,
    tableOfForms,
    turn,
    turn,
    settings,
    settings,
    functionForm,
    functionForm,
    leftByLabel,
    leftByLabel,
    nestedLists,
    nestedLists,
    ...authored,
    ...authored,
  ] as const)(at);
}

function rowsOf(at: Writer, row: (inner: Writer) => Piece): Piece {
  const inner = deeper(at);
  return together("rows", [row(inner), row(inner)], ", ");
}

/** In the loop's head, or by a name; taken apart, or read by fields. */
function tableOfRules(at: Writer): Made {
  const rows = rowsOf(
    at,
    (inner) => piece("row")`{ when: ${inner.expression("boolean", inner)}, says: ${text(inner)} }`,
  );
  const [table, row] = [fresh(at), fresh(at)];
  const turn = at.choose.among([
    piece("turn")`(const { when, says } of ${table}) if (when) yield violation(says);`,
    piece("turn")`(const ${row} of ${table}) { if (!${row}.when) continue; yield violation(${row}.says); }`,
    piece(
      "turn",
    )`(const ${row} of ${table}) if (${row}.when) { yield violation(\`\${${row}.says}!\`); break; }`,
  ]);
  return only(
    at.choose.often(60)
      ? statement`const ${table} = [${rows}]; for ${turn}`
      : statement`for (const { when, says } of [${rows}]) if (when) yield violation(says);`,
  );
}

/** A test that may be a value whose presence is one, beside what is said. */
function tableOfPairs(at: Writer): Made {
  const [holds, says] = [fresh(at), fresh(at)];
  const rows = rowsOf(at, (inner) => piece("row")`[${condition(inner)}, ${template(inner)}]`);
  return only(
    statement`for (const [${holds}, ${says}] of [${rows}] as const) if (${holds}) yield violation(${says});`,
  );
}

function tableOfFunctions(at: Writer): Made {
  const [list, row] = [anyList(deeper(at)), fresh(at)];
  const element = elementSort(list);
  const item = fresh(at);
  const rows = rowsOf(at, (inner) => {
    const argument = fresh(at);
    const body = deeper(inner, named(argument, element));
    return piece(
      "row",
    )`{ says: ${text(inner)}, test: (${argument}: ${element}): boolean => ${body.expression("boolean", body)} }`;
  });
  return only(
    statement`for (const ${item} of ${list}) for (const ${row} of [${rows}]) if (${row}.test(${item})) yield violation(${row}.says);`,
  );
}

/** Each key but its first is told. */
function seenBefore(at: Writer): Made {
  const [seen, item, key] = [fresh(at), fresh(at), fresh(at)];
  const list = anyList(deeper(at));
  const inside = deeper({ ...at, inLoop: true }, named(item, elementSort(list)));
  const said = piece(
    "said",
  )`yield violation(${template({ ...inside, names: [...inside.names, named(key, "string")] })});`;
  const turn = at.choose.often(50)
    ? piece("turn")`if (${seen}.has(${key})) { ${said} } ${seen}.add(${key});`
    : piece("turn")`if (!${seen}.has(${key})) { ${seen}.add(${key}); continue; } ${said}`;
  return only(
    statement`const ${seen} = new Set<string>(); for (const ${item} of ${list}) { const ${key} = ${text(inside)}; ${turn} }`,
  );
}

/** What turns before have put under the same key. */
function putBefore(at: Writer): Made {
  const [map, item, key, before] = [fresh(at), fresh(at), fresh(at), fresh(at)];
  const list = anyList(deeper(at));
  const inside = deeper({ ...at, inLoop: true }, named(item, elementSort(list)));
  const counts = at.choose.often(50);
  const type = counts ? "number" : "string";
  const turn = { ...inside, names: [...inside.names, named(key, "string"), named(before, type, true)] };
  const said = piece("said")`if (${condition(turn)}) yield violation(\`\${${before} ?? ""} \${${key}}\`);`;
  const put = counts
    ? piece("put")`${map}.set(${key}, (${map}.get(${key}) ?? 0) + ${inside.expression("number", inside)});`
    : at.choose.among([
        piece("put")`${map}.set(${key}, ${text(inside)});`,
        piece(
          "put",
        )`if (${before} !== undefined) { yield violation(${before}); continue; } ${map}.set(${key}, ${text(inside)});`,
        piece("put")`if (!${map}.has(${key})) ${map}.set(${key}, ${text(inside)});`,
      ]);
  return only(
    statement`const ${map} = new Map<string, ${type}>(); for (const ${item} of ${list}) { const ${key} = ${text(inside)}; const ${before} = ${map}.get(${key}); ${said} ${put} }`,
  );
}

/** What a map or a record has for a key. */
function lookedUp(at: Writer): Made {
  const [table, found] = [fresh(at), fresh(at)];
  const inner = deeper(at);
  const names = [named(found, "string", true)];
  if (at.choose.often(40)) {
    const rows = rowsOf(
      at,
      (each) => piece("entry")`${JSON.stringify(at.choose.among(["a", "b", "app", "web"]))}: ${text(each)}`,
    );
    return {
      piece: statement`const ${table}: Record<string, string> = { ${rows} }; const ${found} = ${table}[${text(inner)}];`,
      names,
    };
  }
  const list = anyList(inner);
  const item = fresh(at);
  const each = deeper(at, named(item, elementSort(list)));
  return {
    piece: statement`const ${table} = new Map(${list}.map((${item}) => [${text(each)}, ${text(each)}] as const)); const ${found} = ${table}.get(${text(inner)});`,
    names,
  };
}

/** What the last of a turn's own list has: elsewhere the list is a variable in CEL, which is lowered in its own way. */
function ofEachLast(at: Writer): Made {
  const list = listOfLists(deeper(at));
  if (list === undefined) return lookedUp(at);
  const item = fresh(at);
  const inside = deeper({ ...at, inLoop: true }, named(item, elementSort(list)));
  const type = at.choose.among(["string", "string", "number", "boolean"] as const);
  const last = fieldOfFound(type, { ...inside, names: inside.names.slice(-1) });
  if (last === undefined) return lookedUp(at);
  return only(
    at.choose.often(50)
      ? statement`for (const ${item} of ${list}) yield violation(\`${"$"}{${last} ?? ${inside.expression(type, inside)}}\`);`
      : statement`for (const ${item} of ${list}) if (${last} !== ${inside.expression(type, inside)}) yield violation(${text(inside)});`,
  );
}

/** A loop in a loop, which ends the turn of the outer one, or the loop. */
function labelled(at: Writer): Made {
  const [label, one, other] = [fresh(at), fresh(at), fresh(at)];
  const outer = anyList(deeper(at));
  const inLoop = { ...at, inLoop: true };
  const around = deeper(inLoop, named(one, elementSort(outer)));
  const inner = anyList(around);
  const inside = deeper(around, named(other, elementSort(inner)));
  const out = (): string => at.choose.among(["continue", "continue", "break"]);
  const turns = [
    statement`if (${condition(inside)}) ${out()} ${label};`,
    at.choose.often(40) ? statement`if (${condition(inside)}) break;` : statement``,
    at.choose.often(40) ? statement`yield violation(${template(inside)});` : statement``,
  ];
  return only(
    statement`${label}: for (const ${one} of ${outer}) { for (const ${other} of ${inner}) { ${together("block", turns, " ")} } yield violation(${template(around)}); }`,
  );
}
