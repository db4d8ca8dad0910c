import type fc from "fast-check";
import type { Construct } from "../../language/constructs/construct.js";
import { type Choose, made } from "../choose.js";

/** Sets, maps and lists that turns of one loop or of several ask and fill, and that are read between and after. */
export const fillings: fc.Arbitrary<Construct> = made((choose) => {
  const filled = [choose.among(kinds), ...(choose.often(50) ? [choose.among(kinds)] : [])];
  const all = filled.map((kind, at) => kind(`filled${at}`));
  const parts = Array.from({ length: 1 + choose.below(3) }, () => {
    const read = choose.often(33) ? readOf(all, choose) : "";
    return `${loopOf(all, choose)} ${read}`;
  });
  const declared = all.map(({ declaration }) => declaration);
  return {
    says: "sets, maps and lists that turns ask and fill",
    minKubernetes: "1.37",
    body: [...declared, ...parts, readOf(all, choose), readOf(all, choose)].join(" "),
  };
});

/** What may be written of one of them; `key` and `other` are texts of a turn. */
interface Filled {
  readonly declaration: string;
  readonly adds: (key: string, other: string) => Some;
  readonly asks: (key: string, other: string) => Some;
  readonly reads: Some;
}

type Some = readonly [string, ...string[]];

const kinds: readonly [(name: string) => Filled, ...((name: string) => Filled)[]] = [
  (set) => ({
    declaration: `const ${set} = new Set<string>();`,
    adds: (key) => [`${set}.add(${key});`, `if (!${set}.has(${key})) ${set}.add(${key});`],
    asks: (key) => [`${set}.has(${key})`, `!${set}.has(${key})`, `${set}.size > 1`],
    reads: [
      `if (${set}.size > 1) yield violation(\`size \${${set}.size}\`);`,
      `for (const one of ${set}) if (one !== "a") yield violation(\`has \${one}\`);`,
      `if (${set}.has("a")) yield violation("has a");`,
      `yield violation(\`others \${[...${set}].filter((one) => one !== "b").length}\`);`,
    ],
  }),
  (counts) => ({
    declaration: `const ${counts} = new Map<string, number>();`,
    adds: (key) => [
      `${counts}.set(${key}, (${counts}.get(${key}) ?? 0) + 1);`,
      `if (!${counts}.has(${key})) ${counts}.set(${key}, 0); ${counts}.set(${key}, (${counts}.get(${key}) ?? 0) + 1);`,
    ],
    asks: (key) => [`${counts}.has(${key})`, `!${counts}.has(${key})`, `(${counts}.get(${key}) ?? 0) > 1`],
    reads: [
      `for (const [key, count] of ${counts}) if (count > 1) yield violation(\`\${key} \${count}\`);`,
      `yield violation(\`a \${${counts}.get("a") ?? 0} of \${${counts}.size}\`);`,
    ],
  }),
  (groups) => ({
    declaration: `const ${groups}: Record<string, string[]> = {};`,
    adds: (key, other) => [`(${groups}[${key}] ??= []).push(${other});`],
    asks: (key) => [`(${groups}[${key}] ?? []).length > 1`],
    reads: [
      `for (const [key, group] of Object.entries(${groups})) if (group.length > 1) yield violation(\`\${key}: \${group.join(",")}\`);`,
    ],
  }),
  (firsts) => ({
    declaration: `const ${firsts} = new Map<string, string>();`,
    adds: (key, other) => [
      `if (!${firsts}.has(${key})) ${firsts}.set(${key}, ${other});`,
      `${firsts}.set(${key}, ${other});`,
    ],
    asks: (key, other) => [`${firsts}.has(${key})`, `${firsts}.get(${key}) === ${other}`],
    reads: [
      `for (const [key, value] of ${firsts}) if (key !== value) yield violation(\`\${key} \${value}\`);`,
      `yield violation(\`a \${${firsts}.get("a") ?? "none"}\`);`,
    ],
  }),
  (list) => ({
    declaration: `const ${list}: string[] = [];`,
    adds: (key) => [`${list}.push(${key});`, `if (!${list}.includes(${key})) ${list}.push(${key});`],
    asks: (key) => [`${list}.includes(${key})`, `!${list}.includes(${key})`, `${list}.length > 1`],
    reads: [
      `yield violation(\`\${${list}.length}: \${${list}.join(",")}\`);`,
      `for (const one of ${list}) if (one !== "a") yield violation(\`pushed \${one}\`);`,
      `if (${list}.includes("b")) yield violation("pushed b");`,
    ],
  }),
];

type All = readonly Filled[];

function oneOf([first, ...others]: All, choose: Choose): Filled {
  if (first === undefined) throw new Error("nothing is filled");
  return choose.among([first, ...others]);
}

function readOf(all: All, choose: Choose): string {
  return choose.among(oneOf(all, choose).reads);
}

function keyOf(choose: Choose): string {
  return choose.among(["c.name", "c.name", '(c.image ?? "none")', '(c.imagePullPolicy ?? "none")']);
}

function testOf(all: All, choose: Choose): string {
  const asked = choose.among(oneOf(all, choose).asks(keyOf(choose), keyOf(choose)));
  const test = choose.often(60)
    ? asked
    : choose.among(["c.image", "c.stdin", 'c.name !== "a"', "!c.imagePullPolicy"]);
  return choose.often(20) ? `${test} && c.name !== "b"` : test;
}

function statementOf(all: All, choose: Choose, depth: number): string {
  const add = (): string => choose.among(oneOf(all, choose).adds(keyOf(choose), keyOf(choose)));
  const say = (): string => `yield violation(\`turn \${${keyOf(choose)}}\`);`;
  const inner = (): string => statementOf(all, choose, depth + 1);
  const test = testOf(all, choose);
  const ways: Some = [add(), add(), `if (${test}) ${say()}`, `if (${test}) { ${add()} }`];
  const deeper: readonly (() => string)[] = [
    () => `if (${test}) continue;`,
    () => `if (${test}) { ${inner()} } else { ${inner()} }`,
    () => `if (${test}) { ${say()} ${inner()} }`,
  ];
  const [first, ...others] = deeper;
  return depth > 1 || first === undefined || choose.often(55)
    ? choose.among(ways)
    : choose.among([first, ...others])();
}

function loopOf(all: All, choose: Choose): string {
  const source = choose.among([
    "object.spec.containers",
    "object.spec.initContainers ?? []",
    "[...object.spec.containers, ...(object.spec.initContainers ?? [])]",
  ]);
  const turn = Array.from({ length: 1 + choose.below(2) }, () => statementOf(all, choose, 0)).join(" ");
  const loop = `for (const c of ${source}) { ${turn} }`;
  return choose.often(12) ? `if (object.spec.hostNetwork) { ${loop} }` : loop;
}
