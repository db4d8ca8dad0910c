import type { Construct } from "./construct.js";

/** What is taken apart by a pattern, and lists that are cut where something was found. */
export const takenApart: readonly Construct[] = [
  {
    says: "the characters of a text, and the elements of a set, are taken apart",
    minKubernetes: "1.35",
    module: `const cut = ([first = "none", ...others]: string): string => \`\${first}|\${others.join("-")}\`;`,
    body: `for (const c of object.spec.containers) { const [first = "none", second, ...others] = c.name; yield violation(\`\${first} \${second ?? ""} \${others.length} \${others.join("-")}\`); yield violation(cut(c.image ?? "")); } for (const [first = "x", ...others] of object.spec.containers.map((c) => c.name)) yield violation(\`\${first}\${others.join("-")}\`); const [image = "none", ...images] = new Set(object.spec.containers.map((c) => c.image ?? "")); yield violation(\`\${image} \${images.join()}\`);`,
  },
  {
    says: "lists of several types are made one, of which the elements are texts",
    minKubernetes: "1.35",
    body: `const { hostNetwork = false } = object.spec; const { name } = object.metadata; yield* [["a", "web"], [hostNetwork && name, hostNetwork && "net"].filter((one) => one !== false)].flat().map((one, at) => violation(\`\${at} \${one.padStart(3, "0")}\`));`,
  },
  {
    says: "a list and a text are cut at a position that was found in a list",
    minKubernetes: "1.33",
    body: `const names = object.spec.containers.map((c) => c.name); const at = names.indexOf("b"); const first = names.findIndex((one) => one < "b"); if (at > 3 && first > 3) yield violation("late"); yield violation(\`\${names.slice(at).join()} \${names.slice(0, at).join()} \${names.slice(first, at + 1).join()} \${names[at] ?? "none"}\`); if (at >= 0) yield violation(codePointSlice(object.metadata.name, at)); const [before, after] = at < 0 ? [names, []] : [names.slice(0, at), names.slice(at + 1)]; yield violation(\`\${before.join()}|\${after.join()}\`);`,
  },
  {
    says: "the first of what is split, and of a list that has any, by a name",
    body: `for (const c of object.spec.containers) { const [repo, tag = "latest"] = (c.image ?? "").split(":"); const host = \`\${repo}\`.split("/")[0]; yield violation(\`\${repo} \${tag} \${host}\`); if ((c.args?.length ?? 0) > 0) yield violation(\`\${c.args?.[0]} \${c.args?.at(-1)}\`); if (!c.ports?.length) continue; const [port] = c.ports.map((p) => p.containerPort); yield violation(\`\${port} \${c.ports[0]?.containerPort}\`); } const [first] = [...object.spec.containers.map((c) => c.name), "x"]; yield violation(\`\${first}\`);`,
  },
];
