import type { Construct } from "./construct.js";

const each = "for (const c of object.spec.containers)";

/** `switch`, with its default anywhere and with `break` anywhere. */
export const switches: readonly Construct[] = [
  {
    says: "a switch tells types apart",
    body: `for (const c of object.spec.containers) { const port = c.livenessProbe?.httpGet?.port; switch (typeof port) { case "undefined": yield violation(\`\${c.name} none\`); break; case "number": { if (port > 80) yield violation(\`\${c.name} number \${port}\`); break; } default: yield violation(\`\${c.name} text \${port}\`); } } const kindOf = (value: string | number | undefined): string => { switch (typeof value) { case "string": case "number": return "there"; } return "absent"; }; yield violation(kindOf(object.spec.containers[0]?.livenessProbe?.httpGet?.port));`,
  },
  {
    says: "the default of a switch stands anywhere, alone or with cases",
    module: `const of = (name: string): string => { switch (name) { case "a": return "a"; default: return "d"; case "b": case "c": return "bc"; } };`,
    body: `${each} { switch (c.name) { case "a": default: yield violation(\`\${c.name} d\`); break; case "b": yield violation(\`\${c.name} b\`); break; }
switch (c.name) { default: case "b": yield violation(\`\${c.name} e\`); break; case "a": yield violation(\`\${c.name} f\`); }
switch (c.name) { default: yield violation(\`\${c.name} g\`); break; case "a": }
yield violation(\`\${c.name} \${of(c.name)}\`); }
switch (true) { case object.spec.hostNetwork === true: default: yield violation("first"); break; case object.metadata.name !== "p": yield violation("second"); }`,
  },
  {
    says: "a break behind a test leaves the switch alone, in functions and in loops that search",
    module: `function first(pod: Pod): string {
  for (const c of pod.spec.containers) {
    switch (c.imagePullPolicy) {
      case "Always": if (c.stdin) break; return \`a \${c.name}\`;
      case "Never": { switch (c.name) { case "web": break; case "db": return "db"; default: if (!c.image) break; return "image"; } if (c.stdin) return "stdin"; break; }
      default: continue;
    }
    if (c.ports) return \`ports \${c.name}\`;
  }
  return "none";
}
function ending(c: Container): string {
  switch (c.imagePullPolicy) {
    case "Always": if (c.stdin) break; else return "x";
    case "Never": if (c.image) { if (c.stdin) break; return "y"; } else { return "z"; }
    case "IfNotPresent": switch (c.name) { case "a": if (c.stdin) break; return "a"; } if (c.image) break; return "i";
  }
  return "end";
}`,
    body: `${each} yield violation(\`\${c.name} \${ending(c)}\`); yield violation(first(object));`,
  },
  {
    says: "a break behind a test goes on after the switch of a generator",
    module: `function* gen(c: Container): Generator<Violation> {
  switch (c.imagePullPolicy) {
    case "Always": if (!c.image) return; if (c.stdin) break; yield violation(\`\${c.name} 1\`); switch (c.name) { case "web": if (c.stdin) break; yield violation("web"); break; default: yield violation("other"); } yield violation(\`\${c.name} 1b\`); break;
    case "Never": yield violation(\`\${c.name} 2\`); if (c.stdin) break; yield violation(\`\${c.name} 3\`);
  }
  yield violation(\`\${c.name} end\`);
}`,
    body: `${each} yield* gen(c);
${each} { switch (c.imagePullPolicy) { case "Always": if (c.stdin) continue; if (c.image) break; yield violation(\`\${c.name} c1\`); } yield violation(\`\${c.name} c2\`); }`,
  },
  {
    says: "a switch sets a variable, in a loop too",
    module: `function weight(c: Container): number {
  let w = 0;
  switch (c.imagePullPolicy) { case "Always": w = 1; break; case "Never": if (c.stdin) { w = 5; } else { w = 2; } break; default: w += 10; }
  for (const p of c.ports ?? []) { switch (p.protocol) { case "TCP": w += 1; break; case "UDP": if (p.hostPort) break; w += 2; break; default: w += 3; } w += 100; }
  return w;
}`,
    body: `${each} yield violation(\`\${c.name} \${weight(c)}\`);`,
  },
  {
    says: "cases that fall through, and cases that there are not",
    module: `type Kind = "a" | "b" | "c";
const kindOf = (pod: Pod): Kind => (pod.spec.restartPolicy === "Never" ? "a" : pod.spec.hostNetwork ? "b" : "c");
function assertNever(value: never): never { throw new Error(\`unexpected \${value}\`); }
function text(kind: Kind): string { switch (kind) { case "a": return "never"; case "b": return "network"; case "c": return "other"; default: return assertNever(kind); } }
function level(kind: Kind): number { switch (kind) { case "a": return 1; case "b": return 2; case "c": return 3; default: { const left: never = kind; throw new Error(left); } } }
function plain(kind: Kind): string { if (kind === "a") return "A"; if (kind === "b") return "B"; if (kind === "c") return "C"; const left: never = kind; return left; }
function weight(pod: Pod): number { let sum = 0; switch (pod.spec.restartPolicy) { case "Always": sum += 10; case "OnFailure": sum += 5; default: sum += 1; } return sum; }`,
    body: `const kind = kindOf(object); yield violation(\`\${text(kind)} \${level(kind)} \${plain(kind)} \${weight(object)}\`); switch (kind) { case "a": yield violation("a"); break; case "b": yield violation("b"); break; case "c": break; default: assertNever(kind); } switch (object.spec.restartPolicy) { case "Always": yield violation("always"); case "OnFailure": if (object.spec.hostNetwork) break; yield violation("again"); break; case undefined: default: yield violation("neither"); case "Never": yield violation("last"); }`,
  },
  {
    says: "what takes a never, and what is held to be one, are never reached, whatever they would return",
    module: `type Kind = { type: "network"; name: string } | { type: "other"; count: number };
const kindOf = (pod: Pod): Kind => pod.spec.hostNetwork ? { type: "network", name: pod.metadata.name } : { type: "other", count: pod.spec.containers.length };
function assertNever(value: never): string { return \`unexpected \${JSON.stringify(value)}\`; }
function text(kind: Kind): string { switch (kind.type) { case "network": return kind.name; case "other": return \`\${kind.count}\`; default: return assertNever(kind); } }
function level(kind: Kind): number { switch (kind.type) { case "network": return 2; case "other": return 1; default: return kind satisfies never; } }`,
    body: `const kind = kindOf(object); yield violation(\`\${text(kind)} \${level(kind)}\`);`,
  },
  {
    says: "what is chosen by asks a list in a list",
    body: `for (const c of object.spec.containers) { switch ((c.ports ?? []).some((p) => ["http", "web"].some((name) => p.name === name))) { case false: yield violation(\`\${c.name} has none\`); break; case true: yield violation(\`\${c.name} has one\`); break; } } switch (Number(object.spec.containers.some((c) => (c.args ?? []).some((arg) => arg === "a")))) { case 0: yield violation("no a"); break; case 1: case 2: yield violation("an a"); break; default: yield violation("never"); } switch (object.spec.containers.filter((c) => (c.args ?? []).some((arg) => arg === "a")).length) { case 0: break; case 1: yield violation("one"); break; default: yield violation("several"); }`,
  },
];
