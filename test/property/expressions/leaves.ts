import type { About } from "./kinds/about.js";
import type { Templates } from "./templates.js";
import type { Place } from "./write.js";

/** What can be read where something is written: an expression, and its sort. */
export interface Name {
  readonly text: string;
  readonly sort: string;
}

/** `.image:text?` as it stands in tables. */
export function nameOf(written: string): Name {
  const [, text = "", sort = ""] = /^(.*):(.*)$/.exec(written) ?? [];
  return { text, sort };
}

/** What is written without anything in it: mostly what can be read of the names in sight, else a constant. */
export function leafOf(
  sort: string,
  { names, choose, about }: Pick<Place, "names" | "choose" | "about">,
): string | undefined {
  const isPath = sort.startsWith("path");
  const wanted = wantedOf(sort);
  // What was named last is what the rest is mostly about.
  const near = choose.often(60) ? readsOfAll(names.slice(-3), wanted, about) : [];
  const read = near.length > 0 ? near : readsOfAll(names, wanted, about);
  const known = isPath ? [] : constantsOf(wanted, { names, about });
  const one = read[choose.below(read.length)];
  return known.length > 0 && (one === undefined || choose.often(12))
    ? known[choose.below(known.length)]
    : one;
}

/** Is there anything to begin with? Texts, numbers and truths can be written out; lists of elements and what is in them are read. */
export function isReadable(sort: string, place: Pick<Place, "names" | "about">): boolean {
  const { names, about } = place;
  if (sort === "item?") return isReadable("items", place) || readsOfAll(names, sort, about).length > 0;
  const isRead = sort.startsWith("path") || read.has(sort);
  return (
    !isRead || readsOfAll(names, wantedOf(sort), about).length > 0 || constantsOf(sort, place).length > 0
  );
}

const read: ReadonlySet<string> = new Set(["items", "part?", "ports"]);

function constantsOf(sort: string, { names, about }: Pick<Place, "names" | "about">): readonly string[] {
  return [...(constants[sort] ?? []), ...(about.constants?.[sort] ?? [])].filter((one) =>
    isInSight(one, names),
  );
}

/** What TypeScript narrows is read: `pathText?` is a text that may be absent. */
function wantedOf(sort: string): string {
  return sort.startsWith("path") ? sort.charAt(4).toLowerCase() + sort.slice(5) : sort;
}

const constants: Templates = {
  truth: ['(object.metadata.name === "a")', "(object.metadata.namespace === undefined)"],
  text: ['"a"', '"web"', '""', '"nginx:1"'],
  number: ["0", "1", "2"],
  numbers: ["[1, 2]"],
  texts: ['["a", "web"]', '["a"]', "allowed"],
  map: ['{ a: "web" }', "known"],
};

/** Does it read nothing but what there is? */
export function isInSight(text: string, names: readonly Name[]): boolean {
  return inputs.every(
    ({ input, read }) =>
      !read.test(text) || names.some((name) => name.text === input) || declares(text, input),
  );
}

/** `for (const c of …)`, `for (const [i, c] of …)`, `const c = …`. */
function declares(text: string, input: string): boolean {
  return new RegExp(`\\bconst (?:\\[%\\w+, )?${input}\\b`).test(text);
}

const inputs = ["c", "object", "oldObject", "params", "request", "namespaceObject"].map((input) => ({
  input,
  read: new RegExp(`(?<![.\\w])${input}\\b`),
}));

function readsOfAll(names: readonly Name[], sort: string, about: About): readonly string[] {
  const fields = fieldsOf(about);
  return names
    .flatMap((name) => readsOf(name, 2, fields))
    .filter((one) => one.sort === sort)
    .map(({ text }) => text);
}

/** The name and what is in it. */
function readsOf(name: Name, depth: number, fields: Fields): readonly Name[] {
  const inside = depth === 0 ? [] : (fields[name.sort.replace("?", "")] ?? []);
  const isOptional = name.sort.endsWith("?");
  return [
    name,
    ...inside.flatMap(({ text, sort }) => {
      const path = isOptional ? optionally(text) : text;
      const isAbsent = isOptional && !sort.endsWith("?");
      return readsOf({ text: `${name.text}${path}`, sort: isAbsent ? `${sort}?` : sort }, depth - 1, fields);
    }),
  ];
}

function optionally(path: string): string {
  return path.startsWith("[") ? `?.${path}` : path.replace(/^\./, "?.");
}

const common = {
  metadata:
    '.name:text .namespace:text? .labels:map? .annotations:map? .generation:number? .finalizers:texts? .labels?.["app"]:text? .labels?.["a"]:text? .ownerReferences:owners? .ownerReferences?.[0]:owner?',
  owners: ".length:number [0]:owner?",
  owner: ".kind:text .name:text .controller:flag?",
  texts: ".length:number [0]:text? .at(-1):text?",
  items: ".length:number [0]:item? .at(-1):item?",
  numbers: ".length:number [0]:number?",
  request:
    ".name:text? .namespace:text? .dryRun:flag? .subResource:text? .userInfo?.username:text? .userInfo?.groups:texts? .options?.fieldManager:text? .kind?.kind:text? .userInfo?.uid:text? .userInfo?.extra?.app:texts? .options?.gracePeriodSeconds:number?",
  namespace:
    '.metadata.name:text .metadata.labels:map? .metadata.labels?.["app"]:text? .metadata.annotations:map? .metadata.finalizers:texts? .status?.phase:text?',
  params:
    ".repos:texts .limit:number .prefix:text .strict:truth .note:text? .sizes:numbers? .known:map .list:texts? .limits:limits? .limits?.most:number? .limits?.words:texts? .rules?.[0]:tier?",
  limits: ".most:number? .words:texts? .deny:flag? .of:text",
  tier: ".name:text .most:number? .oneOf:texts? .says:text",
};

/** The fields of a kind's records, beside those that all policies meet. */
const fieldsOf = (about: About): Fields => {
  const known = parsedFor.get(about) ?? parsed({ ...common, ...about.fields });
  parsedFor.set(about, known);
  return known;
};

const parsedFor = new WeakMap<About, Fields>();

type Fields = { readonly [record: string]: readonly Name[] };

function parsed(written: { readonly [record: string]: string }): Fields {
  return Object.fromEntries(
    Object.entries(written).map(([record, all]) => [record, all.split(" ").filter(Boolean).map(nameOf)]),
  );
}
