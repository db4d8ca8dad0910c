import { listOfOptionals } from "./optionals.js";
import { elementSort, piece } from "./piece.js";
import { anyList } from "./reads.js";
import { template } from "./texts.js";
import { condition } from "./truths.js";
import { named, number, statement, text } from "./words.js";
import { deeper, fresh, type Made, type Writer } from "./writer.js";

/** Parameters that may be left out, records of them, and lists of records, as authors ask them. */
export function settings(at: Writer): Made {
  if (!at.names.some(({ text: name }) => name === "params")) return listOfOptionals(at);
  return at.choose.among([asked, asked, rules, rules, limits, merged])(at);
}

/** Whether a list that may be left out has something. */
function asked(at: Writer): Made {
  const made = fresh(at);
  const inner = deeper(at);
  const list = at.choose.among(["params.list", "params.limits?.words", "params.rules?.[0]?.oneOf"]);
  const otherwise = at.choose.among(["true", "false"]);
  const question = at.choose.among([
    piece("boolean")`(${list}?.includes(${text(inner)}) ?? ${otherwise})`,
    piece("boolean")`!${list}?.includes(${text(inner)})`,
    piece("boolean")`(${list} ?? []).includes(${text(inner)})`,
    piece("boolean")`(${list} === undefined || ${list}.includes(${text(inner)}))`,
    piece("boolean")`(${list}?.some((one) => ${text(inner)}.startsWith(one)) ?? ${otherwise})`,
    piece("boolean")`(${list}?.every((one) => one !== ${text(inner)}) ?? ${otherwise})`,
    piece("boolean")`((${list}?.length ?? 0) > 0)`,
    piece("boolean")`(${list} !== undefined && ${list}.length > 0 && !${list}.includes(${text(inner)}))`,
    piece("boolean")`new Set(${list} ?? []).has(${text(inner)})`,
  ]);
  return { piece: statement`const ${made} = ${question};`, names: [named(made, "boolean")] };
}

/** Every rule about everything of a list. */
function rules(at: Writer): Made {
  const [rule, item] = [fresh(at), fresh(at)];
  const list = anyList(deeper(at));
  const inside = deeper({ ...at, inLoop: true }, named(item, elementSort(list)), named(rule, "Tier"));
  const turn = at.choose.among([
    statement`if (${rule}.most !== undefined && ${number(inside)} > ${rule}.most) yield violation(${template(inside)});`,
    statement`if (!(${rule}.oneOf?.includes(${text(inside)}) ?? true)) yield violation(\`\${${rule}.name}: \${${rule}.says}\`);`,
    statement`{ const { name, most = 3, oneOf = [] } = ${rule}; if (${number(inside)} < most) yield violation(\`\${name} \${oneOf.join()}\`); }`,
    statement`{ if (${rule}.name !== ${text(inside)}) continue; yield violation(${template(inside)}); }`,
    statement`if (${condition(inside)}) yield violation(${template(inside)});`,
  ]);
  return {
    piece: statement`for (const ${rule} of params.rules ?? []) for (const ${item} of ${list}) ${turn}`,
    names: [],
  };
}

/** What holds where nothing is given. */
function limits(at: Writer): Made {
  const [most, words] = [fresh(at), fresh(at)];
  const taken = at.choose.among([
    statement`const ${most} = params.limits?.most ?? 3; const ${words} = params.limits?.words ?? ["a", "web"];`,
    statement`const { most: ${most} = 3, words: ${words} = [] } = params.limits ?? { of: "x" };`,
    statement`const { limits: { most: ${most} = 3, words: ${words} = [] } = { of: "x" } } = params;`,
  ]);
  return { piece: taken, names: [named(most, "number"), named(words, "string[]")] };
}

/** The defaults of a record under what is given. */
function merged(at: Writer): Made {
  const [all, found] = [fresh(at), fresh(at)];
  const inner = deeper(at);
  return {
    piece: statement`const ${all} = { most: ${number(inner)}, of: ${text(inner)}, ...params.limits }; const ${found} = params.rules?.find(({ name }) => name === ${all}.of)?.${at.choose.among(["says", "name"])};`,
    names: [named(`${all}.of`, "string"), named(found, "string", true)],
  };
}
