import type { Construct } from "./construct.js";

const each = "for (const c of object.spec.containers)";

const findings = `type Finding = { kind: "image"; image: string } | { kind: "user"; user: number } | { kind: "privileged" };
function* inspect(c: Container): Generator<Finding> {
  const sc = c.securityContext;
  if (sc?.privileged) yield { kind: "privileged" };
  if (c.image === undefined) return;
  if (!c.image.includes("/")) yield { kind: "image", image: c.image };
  if (sc?.runAsUser !== undefined) yield { kind: "user", user: sc.runAsUser };
}
function describe(f: Finding): string {
  switch (f.kind) {
    case "image": return \`has \${f.image}\`;
    case "user": return \`runs as \${f.user}\`;
    case "privileged": return "is privileged";
  }
}`;

/** Generators of other values than violations: loops over what they yield, and lists of it. */
export const generators: readonly Construct[] = [
  {
    says: "what generators of violations give, as lists and in loops",
    module: `function* images(c: Container): Generator<Violation> { if (c.image === undefined) { yield violation(\`\${c.name} none\`); return; } if (c.image.endsWith(":latest")) yield violation(\`\${c.name} latest\`); yield* pulls(c, "x"); }
function* pulls(c: Container, other: string) { if (c.imagePullPolicy) yield violation(\`\${c.name} \${c.imagePullPolicy} \${other}\`); }
function problems(pod: Pod): Violation[] { const all: Violation[] = []; for (const c of pod.spec.containers) all.push(...images(c)); return all; }`,
    body: `for (const c of object.spec.initContainers ?? []) for (const problem of images(c)) yield problem; yield* problems(object); yield* [...pulls({ name: "made", imagePullPolicy: "Always" }, object.metadata.name), violation("last")];`,
  },
  {
    says: "a loop over a generator of findings",
    module: findings,
    body: `${each} { for (const f of inspect(c)) { if (f.kind === "user" && f.user > 0) continue; yield violation(\`\${c.name} \${describe(f)}\`, c); } }`,
  },
  {
    says: "all that a generator yields, as a list",
    module: findings,
    body: `${each} { const all = [...inspect(c)]; if (all.length > 1) yield violation(\`\${c.name}: \${all.map(describe).join(", ")}\`); if (all.some(({ kind }) => kind === "image")) yield violation("image"); }`,
  },
  {
    says: "a generator delegates to another, and to a list",
    module: `function* names(pod: Pod): Generator<string> { for (const c of pod.spec.containers) yield c.name; yield* (pod.spec.volumes ?? []).map((v) => v.name); }
function* all(pod: Pod): Generator<string> { yield pod.metadata.name; yield* names(pod); yield* Object.keys(pod.metadata.labels ?? {}); }`,
    body: "for (const name of all(object)) yield violation(name); const two = [...names(object)]; if (two.includes('v')) yield violation(`${two.length}`); if (new Set(names(object)).has('h')) yield violation('has h'); if (Array.from(names(object)).every((n) => n < 'w')) yield violation('short');",
  },
  {
    says: "a generator that is given a test, and one that counts",
    module: `function* where(pod: Pod, test: (c: Container) => boolean): Generator<Container> { for (const c of pod.spec.containers) if (test(c)) yield c; }
function* numbered(pod: Pod): Generator<string> { let n = 0; for (const c of pod.spec.containers) n += (c.ports ?? []).length; if (n > 0) yield \`\${n} ports\`; yield "end"; }`,
    body: "for (const { name } of where(object, (c) => c.image?.includes(':') ?? false)) yield violation(name); for (const text of numbered(object)) yield violation(text); const on = [...where(object, (c) => !c.image)]; if (on.length === 1) yield violation('one without');",
  },
  {
    says: "a loop over a generator counts, and a function searches in one",
    module: `function* ports(pod: Pod): Generator<number> { for (const c of pod.spec.containers) for (const p of c.ports ?? []) yield p.containerPort; }
function firstLow(pod: Pod): number | undefined { for (const p of ports(pod)) if (p < 100) return p; return undefined; }`,
    body: "let high = 0; for (const p of ports(object)) if (p > 100) high++; if (high > 0) yield violation(`${high} high`); const low = firstLow(object); if (low !== undefined) yield violation(`${low} is low`);",
  },
  {
    says: "rows of a table that are kept in a name go on being rows",
    module: `const rules = [
  { id: "R1", says: (c: Container) => \`\${c.name} has no image\`, fits: (c: Container) => c.image !== undefined },
  { id: "R2", says: (c: Container) => \`\${c.name} opens ports\`, fits: (c: Container) => (c.ports ?? []).length === 0 },
];`,
    body: `const skipped = Object.keys(object.metadata.labels ?? {}); ${each} { const asked = rules.filter(({ id }) => !skipped.includes(id)); const failed = asked.filter((rule) => !rule.fits(c)); for (const rule of failed) yield violation(\`[\${rule.id}] \${rule.says(c)}\`, c); if (failed.length > 0) yield violation(failed.map((rule) => rule.id).join()); if (failed.length === 0) yield violation("fine"); if (failed.some((rule) => rule.id === "R1")) yield violation("R1"); }`,
  },
  {
    says: "what is filtered by a count is filtered by what it was",
    module:
      "const rules = [{ least: 1, fits: (n: number) => n > 0 }, { least: 3, fits: (n: number) => n > 1 }];",
    body: "let count = 1; const early = rules.filter((rule) => rule.least <= count); count += 5; for (const rule of early) if (rule.fits(object.spec.containers.length)) yield violation(`${rule.least} of ${count}`);",
  },
  {
    says: "what a generator yields is given on to who goes through it once",
    module: `interface Found { id: string; n: number }
function* find(pod: Pod): Generator<Found> { for (const c of pod.spec.containers) yield { id: c.name, n: (c.ports ?? []).length }; }
function* loud(all: Iterable<Found>): Generator<Found> { for (const one of all) if (one.n > 0) yield one; }
function* report(all: Iterable<Found>, most: number) { for (const { id, n } of all) if (n > most) yield violation(\`\${id}: \${n}\`); }
const names = (all: Generator<Found>): string => [...all].map((one) => one.id).join();`,
    body: `yield* report(loud(find(object)), 1); const found = find(object); for (const { id } of found) yield violation(id); const all = loud(find(object)); yield* report(all, 0); yield violation(\`\${names(find(object))} \${names(loud(find(object)))}\`);`,
  },
];
