import type fc from "fast-check";
import type { Construct } from "../../language/constructs/construct.js";
import { type Choose, made } from "../choose.js";

/** Sets, maps and lists that turns of one loop or of several ask and fill, and that are read between and after. */
export const fillings: fc.Arbitrary<Construct> = made((choose) => {
  const filled = [choose.among(kinds), ...(choose.often(50) ? [choose.among(kinds)] : [])];
  const all = filled.map((kind, at) => inOneWay(kind(`filled${at}`), choose));
  const parts = Array.from({ length: 1 + choose.below(3) }, (_, at) => {
    const read = choose.often(33) ? readOf(all, choose) : "";
    // What nothing fills is refused.
    return `${loopOf(all, at === 0 ? all : [oneOf(all, choose)], choose)} ${read}`;
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
  /** Whether a statement fills it. */
  readonly fills: RegExp;
  readonly adds: (key: string, other: string) => Some;
  /** Nothing of what turns cannot ask. */
  readonly asks: (key: string, other: string) => readonly string[];
  readonly reads: Some;
}

const filling = (name: string): RegExp => new RegExp(`${name}(?:\\.(?:add|set|push)\\(|\\[)`);

type Some = readonly [string, ...string[]];

/** Statements that fill one in turn do so in the same way, but for a few, which are refused. */
function inOneWay(filled: Filled, choose: Choose): Filled {
  if (choose.often(5)) return filled;
  const way = choose.below(filled.adds("", "").length);
  return {
    ...filled,
    adds: (key, other) => {
      const [first, ...others] = filled.adds(key, other);
      return [others[way - 1] ?? first];
    },
  };
}

const kinds: readonly [(name: string) => Filled, ...((name: string) => Filled)[]] = [
  (set) => ({
    declaration: `const ${set} = new Set<string>();`,
    fills: filling(set),
    adds: (key) => [`${set}.add(${key});`, `if (!${set}.has(${key})) ${set}.add(${key});`],
    asks: (key) => [`${set}.has(${key})`, `!${set}.has(${key})`],
    reads: [
      `if (${set}.size > 1) yield violation(\`size \${${set}.size}\`);`,
      `for (const one of ${set}) if (one !== "a") yield violation(\`has \${one}\`);`,
      `if (${set}.has("a")) yield violation("has a");`,
      `yield violation(\`others \${[...${set}].filter((one) => one !== "b").length}\`);`,
    ],
  }),
  (counts) => ({
    declaration: `const ${counts} = new Map<string, number>();`,
    fills: filling(counts),
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
    fills: filling(groups),
    adds: (key, other) => [`(${groups}[${key}] ??= []).push(${other});`],
    asks: () => [],
    reads: [
      `for (const [key, group] of Object.entries(${groups})) if (group.length > 1) yield violation(\`\${key}: \${group.join(",")}\`);`,
    ],
  }),
  (firsts) => ({
    declaration: `const ${firsts} = new Map<string, string>();`,
    fills: filling(firsts),
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
    fills: filling(list),
    adds: (key) => [`${list}.push(${key});`, `if (!${list}.includes(${key})) ${list}.push(${key});`],
    asks: () => [],
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

/** A turn asks for what it puts there; what else it asks is mostly refused. */
function testOf({ all, key, choose }: Turn): string {
  const [first, ...others] = oneOf(all, choose).asks(key(), keyOf(choose));
  const test =
    first !== undefined && choose.often(60)
      ? choose.among([first, ...others])
      : choose.among(["c.image", "c.stdin", 'c.name !== "a"', "!c.imagePullPolicy"]);
  return choose.often(20) ? `${test} && c.name !== "b"` : test;
}

/** What the turns of one loop fill, and mostly by which key. */
interface Turn {
  readonly all: All;
  readonly key: () => string;
  readonly choose: Choose;
}

function addOf(filled: Filled, { key, choose }: Turn): string {
  return choose.among(filled.adds(key(), keyOf(choose)));
}

function statementOf(turn: Turn, depth: number): string {
  const { choose } = turn;
  const add = (): string => addOf(oneOf(turn.all, choose), turn);
  const say = (): string => `yield violation(\`turn \${${keyOf(choose)}}\`);`;
  const inner = (): string => statementOf(turn, depth + 1);
  const test = testOf(turn);
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

function loopOf(all: All, added: All, choose: Choose): string {
  const source = choose.among([
    "object.spec.containers",
    "object.spec.initContainers ?? []",
    "[...object.spec.containers, ...(object.spec.initContainers ?? [])]",
  ]);
  const known = keyOf(choose);
  const turn: Turn = { all, key: () => (choose.often(95) ? known : keyOf(choose)), choose };
  const statements = Array.from({ length: 1 + choose.below(2) }, () => statementOf(turn, 0));
  const unfilled = added.filter(({ fills }) => !statements.some((one) => fills.test(one)));
  const loop = `for (const c of ${source}) { ${[...statements, ...unfilled.map((one) => addOf(one, turn))].join(" ")} }`;
  return choose.often(12) ? `if (object.spec.hostNetwork) { ${loop} }` : loop;
}
