import type { Choose } from "../choose.js";

/** What can be read where something is written: an expression, and its sort. */
export interface Name {
  readonly text: string;
  readonly sort: string;
}

/** What is written without anything in it: mostly what can be read of the names in sight, else a constant. */
export function leafOf(sort: string, names: readonly Name[], choose: Choose): string | undefined {
  // What TypeScript narrows is read.
  const isPath = sort.startsWith("path");
  const wanted = isPath ? sort.charAt(4).toLowerCase() + sort.slice(5) : sort;
  // What was named last is what the rest is mostly about.
  const near = choose.often(60) ? readsOfAll(names.slice(-3), wanted) : [];
  const read = near.length > 0 ? near : readsOfAll(names, wanted);
  const known = isPath ? [] : (constants[wanted] ?? []);
  const one = read[choose.below(read.length)];
  return known.length > 0 && (one === undefined || choose.often(12))
    ? known[choose.below(known.length)]
    : one;
}

const constants: { readonly [sort: string]: readonly string[] } = {
  truth: [
    '(c.name === "a")',
    '(c.name !== "web")',
    "!c.stdin",
    "object.spec.hostNetwork === true",
    'c.name.startsWith("a")',
  ],
  text: ['"a"', '"web"', '""', '"nginx:1"'],
  number: ["0", "1", "2"],
  texts: ['["a", "web"]', '["a"]', "allowed"],
  map: ['{ a: "web" }', "known"],
};

function readsOfAll(names: readonly Name[], sort: string): readonly string[] {
  return names
    .flatMap((name) => readsOf(name, 2))
    .filter((one) => one.sort === sort)
    .map(({ text }) => text);
}

/** The name and what is in it. */
function readsOf(name: Name, depth: number): readonly Name[] {
  const inside = depth === 0 ? [] : (fields[name.sort.replace("?", "")] ?? []);
  const isOptional = name.sort.endsWith("?");
  return [
    name,
    ...inside.flatMap(({ text, sort }) => {
      const path = isOptional ? optionally(text) : text;
      const isAbsent = isOptional && !sort.endsWith("?");
      return readsOf({ text: `${name.text}${path}`, sort: isAbsent ? `${sort}?` : sort }, depth - 1);
    }),
  ];
}

function optionally(path: string): string {
  return path.startsWith("[") ? `?.${path}` : path.replace(/^\./, "?.");
}

const fields: { readonly [record: string]: readonly Name[] } = parsed({
  pod: ".metadata:metadata .spec:spec",
  metadata:
    '.name:text .namespace:text? .labels:map? .annotations:map? .generation:number? .finalizers:texts? .labels?.["app"]:text? .labels?.["a"]:text?',
  spec: ".containers:containers .initContainers:containers? .volumes:volumes? .hostNetwork:flag? .hostPID:flag? .hostname:text? .restartPolicy:text? .priority:number? .securityContext:podSecurity? .nodeSelector:map? .serviceAccountName:text?",
  container:
    ".name:text .image:text? .imagePullPolicy:text? .args:texts? .command:texts? .ports:ports? .securityContext:security? .stdin:flag? .workingDir:text? .livenessProbe:probe? .env:env? .resources?.limits:map?",
  security: ".privileged:flag? .runAsUser:number? .runAsNonRoot:flag? .capabilities:capabilities?",
  capabilities: ".add:texts? .drop:texts?",
  podSecurity: ".runAsUser:number? .runAsNonRoot:flag? .supplementalGroups:numbers?",
  probe: ".periodSeconds:number? .httpGet?.path:text?",
  port: ".containerPort:number .hostPort:number? .name:text? .protocol:text?",
  variable: ".name:text .value:text?",
  volume: ".name:text .hostPath:hostPath?",
  hostPath: ".path:text .type:text?",
  texts: ".length:number [0]:text? .at(-1):text?",
  containers: ".length:number [0]:container? .at(-1):container?",
  ports: ".length:number [0]:port?",
  numbers: ".length:number [0]:number?",
  params:
    ".repos:texts .limit:number .prefix:text .strict:truth .note:text? .sizes:numbers? .known:map .list:texts?",
});

function parsed(written: { readonly [record: string]: string }): typeof fields {
  return Object.fromEntries(
    Object.entries(written).map(([record, all]) => [
      record,
      all.split(" ").map((one) => {
        const [, text = "", sort = ""] = /^(.*):(.*)$/.exec(one) ?? [];
        return { text, sort };
      }),
    ]),
  );
}
