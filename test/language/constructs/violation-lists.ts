import type { Construct } from "./construct.js";

const each = "for (const c of object.spec.containers)";

/** Violations as values: functions that return lists of them. */
export const violationLists: readonly Construct[] = [
  {
    says: "a list of violations by a loop whose consts are asked, and said",
    module: `function problems(pod: Pod): Violation[] { const all: Violation[] = []; for (const c of pod.spec.containers) { if (c.stdin) continue; const first = c.image ?? "none"; const names = (c.env ?? []).filter((one) => one.name !== c.name).map((one) => one.name); if (pod.spec.hostNetwork && names.some((name) => name !== "a")) continue; const others = names.length > 0 ? " others" : ""; all.push(violation(\`\${c.name} \${first}\${others}\`)); } return all; }`,
    body: "yield* problems(object);",
  },
  {
    says: "a list of violations that is filled where a test does not hold",
    module: `function problems(pod: Pod): Violation[] { const all: Violation[] = []; const chosen = pod.metadata.labels?.["a"]; if (!(chosen !== undefined && pod.spec.containers.some((c) => c.image !== chosen))) { } else { all.push(violation(\`chosen \${chosen}\`)); } if (!pod.spec.hostNetwork) { } else { all.push(violation("host")); } return all; }`,
    body: "yield* problems(object);",
  },
  {
    says: "functions return lists of violations",
    module: `function problems(c: Container): Violation[] {
  const found: Violation[] = [];
  if (c.image === undefined) found.push(violation(\`\${c.name} has no image\`, c));
  if (c.securityContext?.privileged) found.push(violation(\`\${c.name} is privileged\`, c));
  for (const p of c.ports ?? []) if (p.hostPort) found.push(violation(\`\${c.name} takes \${p.hostPort}\`, p));
  return found;
}
const pulls = (c: Container): Violation[] => c.imagePullPolicy === "Never" ? [violation(\`\${c.name} never pulls\`, c)] : [];
const rules: readonly ((c: Container) => readonly Violation[])[] = [pulls, (c) => (c.volumeMounts ?? []).map((m) => violation(\`\${c.name} mounts \${m.name}\`))];`,
    body: `${each} { yield* problems(c); for (const rule of rules) yield* rule(c); } yield* object.spec.containers.flatMap(pulls); const all = object.spec.containers.flatMap(problems); if (all.length > 1) yield violation(\`\${all.length} problems: \${all.map((v) => v.message).join("; ")}\`); yield* object.spec.hostNetwork ? [violation("host"), violation("network")] : [];`,
    minKubernetes: "1.35",
  },
  {
    says: "one violation or none, and one whose message is blank",
    module: `function first(c: Container): Violation | undefined { if (c.image === undefined) return violation("", c); if (c.image.endsWith(":latest")) return violation("latest", c); return c.securityContext?.privileged ? violation(\`\${c.name} is privileged\`) : undefined; }`,
    body: `${each} { const found = first(c); if (found) yield found; else yield violation(\`\${c.name} is fine\`); } const all = object.spec.containers.map((c) => first(c)).filter((v) => v !== undefined); if (all.length > 0) yield violation("some"); for (const v of all) if (v.message !== "") yield v;`,
  },
  {
    says: "one violation that a function or a row makes",
    module: `const problem = (c: Container, why: string) => violation(\`\${c.name}: \${why}\`, c);
function worst(c: Container): Violation { const image = c.image ?? ""; if (image === "") return violation(\`\${c.name} has no image\`, c); return c.stdin ? problem(c, "stdin") : violation(image); }
const rule = (c: Container) => ({ image: c.image ?? "", complain: (why: string) => violation(\`\${c.name} \${why}\`, c) });`,
    body: `for (const c of object.spec.containers) { yield worst(c); const r = rule(c); if (r.image.endsWith("x")) yield r.complain(\`ends with x: \${r.image}\`); if (c.stdin) yield problem(c, "open"); }`,
  },
  {
    says: "problems that functions find, of which some may be blank",
    minKubernetes: "1.35",
    module: `const problem = (c: Container): string | undefined => { if (c.image === undefined) return \`\${c.name} has no image\`; if (c.tty) return "a terminal"; return c.stdin ? (c.workingDir ?? " ") : undefined; }; const said = (c: Container): string => (c.tty ? \`\${c.name} has a terminal\` : c.stdin ? "stdin" : ""); const all = (c: Container): string[] => [\`all of \${c.name}\`, ...(c.image === undefined ? ["image"] : []), c.workingDir ?? ""];`,
    body: `for (const c of object.spec.containers) { const found = problem(c); if (found) yield violation(found); const says = said(c); if (says !== "") yield violation(says); for (const one of all(c)) yield violation(one); yield* all(c).slice(0, 1).map((one) => violation(one)); }`,
  },
  {
    says: "a list of violations of what may be absent, with none in its place",
    body: `yield* object.spec.initContainers?.flatMap((c) => (c.image === undefined ? [violation(\`\${c.name} has no image\`, c)] : [])) ?? []; yield* object.spec.volumes?.filter((v) => v.hostPath).map((v) => violation(\`\${v.name} is of the host\`)) ?? []; yield* object.spec.volumes?.flatMap((v) => { const found: ReturnType<typeof violation>[] = []; if (v.hostPath) found.push(violation(v.name)); for (const c of object.spec.containers) if (c.name === v.name) found.push(violation(\`\${c.name} is a volume\`)); return found; }) ?? [];`,
  },
  {
    says: "a function that does nothing but push what it is given is called as a statement",
    minKubernetes: "1.35",
    body: `const problems: string[] = ["first"]; const fail = (problem: string): void => { problems.push(problem); }; if (object.spec.hostNetwork) fail("host network"); const early = problems.length; for (const c of object.spec.containers) { if (!c.image) { fail(\`\${c.name} has no image\`); continue; } for (const p of c.ports ?? []) if (p.hostPort) fail(\`\${c.name}: \${p.hostPort}\`); const own: string[] = []; function add(text: string) { own.push(text); } switch (c.imagePullPolicy) { case "Never": add("never"); case "Always": add(c.image); break; default: add("other"); } own.push("last"); yield violation(own.join()); } if (problems.length > 2) fail("many"); problems.sort(); fail("end"); yield violation(\`\${early} \${problems.join()}\`);`,
  },
  {
    says: "a function that pushes what it makes of what it is given, and of what stands around it",
    body: `const problems: { where: string; why: string }[] = []; const add = (c: Container, why: string) => { problems.push({ where: c.name, why }); }; let level = 1; const texts: string[] = []; const say = (text: string, more?: string) => texts.push(\`\${level} \${text}\`, more ?? "-"); say("a"); level = 2; for (const c of object.spec.containers) { if (!c.image) add(c, "no image"); const note = (text: string) => { texts.push(\`\${c.name}: \${text}\`); }; for (const p of c.ports ?? []) if (p.hostPort) note(\`\${p.hostPort}\`); say(c.name, c.image); } for (const { where, why } of problems) yield violation(\`\${where} has \${why}\`); yield violation(texts.join()); const found: ReturnType<typeof violation>[] = []; const deny = (message: string) => { found.push(violation(message)); }; if (object.spec.hostNetwork) deny("host network"); for (const { name, image } of object.spec.containers) if (image === undefined) deny(name); yield* found;`,
  },
  {
    says: "a function that pushes behind a test",
    body: `const problems: string[] = []; const expectThat = (holds: boolean, problem: string): void => { if (!holds) problems.push(problem); }; function need(field: string, value: string | undefined) { if (value !== undefined) { problems.push(\`\${field}=\${value}\`); } } expectThat(!object.spec.hostNetwork, "host network"); for (const c of object.spec.containers) { expectThat(c.securityContext?.privileged !== true, \`\${c.name} is privileged\`); if (c.image === "nginx") { need(c.name, c.image); continue; } need("pull", c.imagePullPolicy); } need("app", object.metadata.labels?.app); if (problems.length > 0) yield violation(problems.join("; "));`,
  },
];
