import { rmSync } from "node:fs";
import { Collector } from "@policyc/diagnostics";
import { findEngine } from "@policyc/engine";
import { parseManifests, requestOf } from "@policyc/testing";
import { afterAll, describe, expect, it } from "vitest";
import { pods } from "./pods.js";
import { agreementOn, emitted, enginesOf } from "./support/engines.js";
import { compileModules, generatedFolder } from "./support/modules.js";

const imports = `import { type Admission, containers, kind, inventory, Namespace, parameters, Pod, policy, Service, violation, type Violation } from "@policyc/sdk";`;
const about = `name: "example", title: "Example", description: "An example.", severity: "low"`;
const says = "yield violation(`${object.metadata.name} is on the host`)";

/** Ways to write one policy down: all of them must say of a pod what the first says. */
const ways: Readonly<Record<string, string>> = {
  "all in place": `export default policy({ ${about}, match: { kinds: [Pod], excludedNamespaces: ["kube-*"] }, *check({ object }) { if (object.spec.hostNetwork) ${says}; } });`,
  "fields of constants that are spread": `const shared = { description: "An example.", severity: "high" } as const;
    const elsewhere = { excludedNamespaces: ["kube-*"], labelSelector: { matchExpressions: [{ key: "none", operator: "NotIn", values: ["a"] }] } } as const;
    export default policy({ ...shared, name: "example", title: "Example", severity: "low", match: { ...elsewhere, kinds: [Pod] }, *check({ object }) { if (object.spec.hostNetwork) ${says}; } });`,
  "fields in quotes": `export default policy({ "name": "example", "title": "Example", "description": "An example.", "severity": "low", "match": { "kinds": [Pod], "excludedNamespaces": ["kube-*"] }, *check({ object }) { if (object.spec.hostNetwork) ${says}; } });`,
  "a constant that is exported": `const match = { kinds: [Pod], excludedNamespaces: ["kube-*"] };
    const example = policy({ ${about}, match, *check({ object }) { if (object.spec.hostNetwork) ${says}; } });
    export default example;`,
  "a generator that stands elsewhere": `function* onHost({ object }: Admission<Pod>) { if (object.spec.hostNetwork) ${says}; }
    export default policy({ ${about}, match: { kinds: [Pod], excludedNamespaces: ["kube-*"] }, check: onHost });`,
  "a shorthand": `function* check(admission: Admission<Pod>) { const { object } = admission; if (object.spec.hostNetwork) ${says}; }
    export default policy({ ${about}, match: { kinds: [Pod], excludedNamespaces: ["kube-*"] }, check });`,
  "the rest of what a check gets": `export default policy({ ${about}, match: { kinds: [Pod], excludedNamespaces: ["kube-*"] },
    *check({ "object": pod, ...others }) { const { object } = { object: pod }; if (object.spec.hostNetwork && others.request.operation !== "DELETE") ${says}; } });`,
  "a check that returns a list": `export default policy({ ${about}, match: { kinds: [Pod], excludedNamespaces: ["kube-*"] },
    check: ({ object }) => [object].filter((pod) => pod.spec.hostNetwork).map((pod) => violation(\`\${pod.metadata.name} is on the host\`)) });`,
  "a check that fills a list": `export default policy({ ${about}, match: { kinds: [Pod], excludedNamespaces: ["kube-*"] },
    check({ object }) { const found: Violation[] = []; if (object.spec.hostNetwork) found.push(violation(\`\${object.metadata.name} is on the host\`)); return found; } });`,
  "require and message as methods": `export default policy({ ${about}, match: { kinds: [Pod], excludedNamespaces: ["kube-*"] },
    require({ object }) { return object.spec.hostNetwork !== true; }, message({ object }) { return \`\${object.metadata.name} is on the host\`; } });`,
  "require and message that stand elsewhere": `const isOff = ({ object }: Admission<Pod>) => !object.spec.hostNetwork;
    function said({ object }: Admission<Pod>): string { return \`\${object.metadata.name} is on the host\`; }
    export default policy({ ${about}, match: { kinds: [Pod], excludedNamespaces: ["kube-*"] }, require: isOff, message: said });`,
  "a function of the author's that is called as one of the SDK": `const deny = violation;
    namespace own { export const violation = (name: string): Violation => deny(\`\${name} is on the host\`); }
    export default policy({ ${about}, match: { kinds: [Pod], excludedNamespaces: ["kube-*"] },
    *check({ object }) { if (object.spec.hostNetwork) yield own.violation(object.metadata.name); } });`,
};

const refusal = (body: string) =>
  `export default policy({ ${about}, match: [Pod], *check({ object }) { const { hostNetwork, hostPID } = object.spec; ${body} } });`;

/** What would be left out without a word if it were not refused, and the code of the refusal. */
const refused: Readonly<Record<string, readonly [code: string, text: string]>> = {
  "a spread that is computed": [
    "PC2002",
    `const outside = (name: string) => ({ excludedNamespaces: [name] });
    export default policy({ ${about}, match: { kinds: [Pod], ...outside("a") }, *check({ object }) { ${says}; } });`,
  ],
  "a table that is filled while the module is loaded": [
    "PC1001",
    `const table: Record<string, string> = {};
    table["a"] = "b";
    export default policy({ ${about}, match: [Pod], *check({ object }) { if (table[object.metadata.name] !== undefined) ${says}; } });`,
  ],
  "a list that a class fills while it is loaded": [
    "PC1001",
    `class Names { static readonly all: string[] = []; static { Names.all.push("a"); } }
    export default policy({ ${about}, match: [Pod], *check({ object }) { if (Names.all.includes(object.metadata.name)) ${says}; } });`,
  ],
  "a table that a namespace within another one fills": [
    "PC1001",
    `const table: Record<string, string> = {};
    namespace a.b { table["a"] = "b"; export const one = 1; }
    ${refusal(`if (table["a"] === "b") ${says};`)}`,
  ],
  "a list that is filled beside a constant": [
    "PC1001",
    `const names: string[] = []; const count = names.push("a"); ${refusal(`if (names.length > 0) ${says};`)}`,
  ],
  "a list that a function fills while the module is loaded": [
    "PC1001",
    `const names: string[] = []; function fill(): number { names.push("a"); return 1; } const count = fill();
    ${refusal(`if (names.length > 0) ${says};`)}`,
  ],
  "a list that a class without a name fills": [
    "PC1001",
    `const names: string[] = []; const Names = class { static { names.push("a"); } }; ${refusal(`if (names.length > 0) ${says};`)}`,
  ],
  "a condition that is got": [
    "PC2002",
    `export default policy({ ${about}, match: { kinds: [Pod], get excludedNamespaces() { return ["a"]; } }, *check({ object }) { ${says}; } });`,
  ],
  "parameters that a function of the author's makes": [
    "PC2002",
    `const most = <T extends object>(given: T) => parameters<T & { most: number }>({ ...given, most: 1 });
    export default policy({ ${about}, match: [Pod], params: most({ a: 1 }), *check({ object, params }) { if (params.most === 1) ${says}; } });`,
  ],
  "a kind that a function of the author's makes": [
    "PC2102",
    `const make = kind; namespace own { export const kind = (group: string) => make<Pod>({ group, version: "v1", kind: "X", plural: "xs", scope: "Namespaced" }); }
    export default policy({ ${about}, match: [own.kind("a")], *check({ object }) { ${says}; } });`,
  ],
  "a parameter called `this`": [
    "PC1001",
    `function isLong(this: void, name: string): boolean { return name.length > 1; } ${refusal(`if (isLong(object.metadata.name)) ${says};`)}`,
  ],
  "a list of namespaces with nothing in it, which means all to some engines": [
    "PC2006",
    `export default policy({ ${about}, match: { kinds: [Pod], namespaces: [] }, *check({ object }) { ${says}; } });`,
  ],
  "a spread of options": [
    "PC1001",
    refusal(`if (inventory(Service, { ...(hostNetwork ? { namespace: "a" } : {}) }).length > 0) ${says};`),
  ],
  "a set of objects, which is none for an engine": [
    "PC1102",
    refusal(
      `const all = object.spec.containers.flatMap((c) => c.env ?? []); if (new Set(all).size < all.length) ${says};`,
    ),
  ],
  "a list of the objects that are in it once": [
    "PC1102",
    refusal(
      `const seen: { name: string }[] = []; for (const c of object.spec.containers) for (const one of c.env ?? []) if (!seen.includes(one)) seen.push(one); if (seen.length > 1) ${says};`,
    ),
  ],
  "objects as keys of a map": [
    "PC1102",
    refusal(
      `const all = new Map(object.spec.containers.flatMap((c) => c.env ?? []).map((one) => [one, one.name] as const)); if (all.size > 1) ${says};`,
    ),
  ],
  "which of two keys that have one value is the last": [
    "PC1206",
    refusal(
      `const keys: Record<string, string> = {}; for (const [key, value] of new Map(Object.entries(object.metadata.labels ?? {}))) keys[value] = key; if (keys["a"] === "b") ${says};`,
    ),
  ],
  "a list of pairs, or a map, as what a map is made of": [
    "PC1105",
    refusal(
      `const labels = object.metadata.labels; const all = new Map(labels === undefined ? [] : new Map(Object.entries(labels))); if (all.size > 1) ${says};`,
    ),
  ],
  "what a spread may have taken away, which TypeScript does not see": [
    "PC1209",
    refusal(
      `for (const c of object.spec.containers) { const row = { tag: "d", ...(c.image !== undefined && { tag: c.workingDir }) }; yield violation(row.tag); }`,
    ),
  ],
  "the first of keys, which is not only asked for": [
    "PC1206",
    refusal(
      `const found = Object.keys(object.metadata.labels ?? {}).find((key) => key.startsWith("a")); if (found !== undefined) yield violation(found);`,
    ),
  ],
  "the rest of a row with a function": [
    "PC1001",
    refusal(
      `const checks = [{ bad: (pod: Pod) => pod.spec.hostNetwork === true, said: "net" }]; for (const { said, ...rest } of checks) if (rest.bad(object)) yield violation(said);`,
    ),
  ],
  "a field that only the turns of a reduce name": [
    "PC1023",
    refusal(
      `const sum = object.spec.containers.reduce<{ all: number; last?: number }>((acc, c) => ({ ...acc, all: acc.all + (c.ports ?? []).length, last: 1 }), { all: 0 }); if (sum.last === 1) ${says};`,
    ),
  ],
  "a computed field beside others in a reduce": [
    "PC1023",
    refusal(
      `const named = object.spec.containers.reduce<Record<string, number>>((acc, c) => ({ ...acc, [c.name]: 1, last: 1 }), { a: 0 }); if (named["b"] === 1) ${says};`,
    ),
  ],
};

describe.skipIf(findEngine() === undefined)(
  "ways to write a policy down (skipped where the engine is not built)",
  () => {
    const folder = generatedFolder();
    afterAll(() => rmSync(folder, { recursive: true }));
    const refusals = Object.entries(refused);
    const texts = [...Object.entries(ways), ...refusals.map(([way, [, text]]) => [way, text] as const)];
    const fileOf = (way: string) => `declaration-${texts.findIndex(([name]) => name === way)}`;
    const modules = compileModules(
      folder,
      new Map(
        texts.map(([way, text]) => [
          fileOf(way),
          `${imports}\n${text.replace('"example"', `"${fileOf(way)}"`)}\n`,
        ]),
      ),
    );

    for (const way of Object.keys(ways))
      it(`${way}: the same policy to every engine`, async () => {
        const { path, source, diagnostics = [] } = modules.get(fileOf(way)) ?? {};
        expect(diagnostics).toEqual([]);
        if (source === undefined || path === undefined) throw new Error("no policy");
        const { severity, match } = source.policy;
        expect({ severity, excluded: match.excludedNamespaces }).toEqual({
          severity: "low",
          excluded: ["kube-*"],
        });
        const { files, diagnostics: reported } = emitted(source, {}, "1.30");
        expect(reported).toEqual([]);
        const engines = await enginesOf(path, source, files, "1.30");
        const said = parseManifests(pods, "pods.yaml", new Collector()).flatMap((manifest) => {
          const { agreement, messages } = agreementOn(engines, requestOf(manifest, {}).request, {});
          expect(agreement).toEqual({ agrees: true });
          return messages;
        });
        expect(said.length).toBeGreaterThan(0);
        expect(said.every((message) => message.endsWith("is on the host"))).toBe(true);
      });

    for (const [way, [code]] of refusals)
      it(`${way} is refused, and not left out`, () => {
        const { diagnostics = [] } = modules.get(fileOf(way)) ?? {};
        expect(diagnostics.map((one) => one.code)).toContain(code);
      });
  },
);
