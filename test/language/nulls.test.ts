import { rmSync } from "node:fs";
import { Collector, renderDiagnostic } from "@policyc/diagnostics";
import { findEngine } from "@policyc/engine";
import { parseManifests, requestOf } from "@policyc/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agreementOn, emitted, enginesOf } from "./support/engines.js";
import { compileModules, generatedFolder, type Module } from "./support/modules.js";

/** What reads fields that may hold `null`, as the API server hands over a ClusterRole without rules. */
const readings: { readonly [says: string]: string } = {
  "a loop over what may be null": "for (const n of spec?.names ?? []) yield violation(n);",
  "the length of what may be null": "if ((spec?.names ?? []).length === 0) yield violation('no names');",
  "what may be null, by its truth":
    "if (!spec?.names) yield violation('no names'); else yield violation(`${spec.names.length}`);",
  "what may be null, compared with null":
    "if (spec?.size == null) yield violation('no size'); else if (spec.size > 2) yield violation(`${spec.size}`);",
  "what may be null, compared loosely with null":
    "if (spec != null && null != spec.size) yield violation(`${spec.size}`);",
  "what may be null, compared with a value":
    "if (spec?.size === 3) yield violation('three'); if (spec?.size !== 3) yield violation('not three');",
  "what may be null, compared with undefined": "if (spec?.names === undefined) yield violation('none');",
  "a field of what may be null": "yield violation(spec?.owner?.name ?? 'nobody');",
  "what may be null in a condition":
    "if (spec?.names?.includes('a')) yield violation('a'); if (spec?.names?.every((n) => n === 'a') ?? true) yield violation('all');",
  "an entry of a map that may be null": "yield violation(spec?.labels?.['app'] ?? 'no app');",
  "a name for what may be null":
    "const { names, size = 7 } = spec ?? {}; yield violation(`${(names ?? []).join()} ${size}`);",
  "a helper that takes what may be null": "yield violation(`${counted(spec?.names)}`);",
  "what may be null, or another": "yield violation(`${(spec?.names ?? spec?.others ?? ['none']).join()}`);",
  "elements that may be null":
    "if (spec?.notes?.some((n) => n == null)) yield violation('a hole'); if (spec?.notes?.some((n) => n === null)) yield violation('a null'); if (spec?.notes?.some((n) => n !== null && n === 'a')) yield violation('an a'); if ((spec?.notes ?? []).every((n) => n == null)) yield violation('only holes'); for (const n of spec?.notes ?? []) yield violation(n ?? 'none'); for (const n of spec?.notes ?? []) { if (n == null) continue; yield violation(`${n}!`); } yield violation(`${(spec?.notes ?? []).filter((n) => n !== null).length} ${(spec?.notes ?? []).map((n) => n ?? '-').join()} ${spec?.notes?.[0] ?? 'no first'} ${spec?.notes?.find((n) => n != null) ?? 'nothing'}`); if ((spec?.notes ?? []).includes('a')) yield violation('has a');",
  "what may be null in a list of objects":
    "for (const part of spec?.parts ?? []) yield violation(`${part.name ?? 'unnamed'} ${part.tags?.length ?? 0}`);",
  "what may be null, or is missing, in an object that is there":
    "if (object.store.class == null) yield violation('no class'); else if (object.store.class === '') yield violation('empty'); if (store.size == null || store.size < 2) yield violation('small'); if (!store.class) yield violation('none'); if (!store.safe) yield violation('unsafe'); if (store.safe === false) yield violation('not safe'); if (!store.zones) yield violation('no zones'); if (!(store.zones?.includes('a') ?? false)) yield violation('not in a'); if (store.owner?.name == null) yield violation('no owner'); if (!store.owner) yield violation('nobody');",
  "a name for what may be null, compared":
    "const { size, owner } = spec ?? {}; if (size != null && size < 3) yield violation(`${size}`); if (size == null || size < 1) yield violation('small'); const { name } = owner ?? {}; if (name != null && name !== 'me') yield violation(name); const { size: own, count } = store; if (own != null && own < 5) yield violation(`own ${own}`); if (count != null && count < 5) yield violation(`${count}`); if (store.count === undefined) yield violation('uncounted');",
  "what may be null, both ways at once":
    "if (store.class != null && store.size == null) yield violation('one'); if (!(store.class != null && store.size != null)) yield violation('not both'); if (store.class == null === (store.size == null)) yield violation('alike'); yield violation(store.class == null ? 'none' : store.class);",
  "what may be null, in place of itself":
    "yield violation(`${store.safe ?? (store.safe ?? true)} ${spec?.size ?? (spec?.size ?? 1)}`); if (store.safe ?? (store.safe ?? true)) yield violation('safe');",
  "the last of a list that may be null, which has nothing of what is asked":
    "if (store.rules?.at(-1)?.verbs) yield violation('verbs'); else yield violation('no verbs');",
  "elements that may be null, by a name, in a set and beside others":
    "const notes = spec?.notes ?? []; yield violation(`${notes.at(-1) ?? '-'} ${notes.indexOf('a')} ${(spec?.notes ?? []).at(-1) ?? '-'} ${[...notes, 'z'].map((n) => n ?? '-').join()}`); for (const n of new Set(notes)) yield violation(n ?? 'null'); for (const n of notes.toReversed()) yield violation(n ?? 'none'); for (const n of notes.length > 2 ? notes : ['b', null]) yield violation(n ?? 'nothing');",
  "what may be anything, by its type":
    "const data = spec?.data; if (typeof data === 'boolean') yield violation(`${data}`); else if (typeof data === 'number' && data > 0) yield violation('number'); else yield violation('else');",
  "what was null before":
    "if (oldObject?.store.class === object.store.class) yield violation('same'); if (oldObject?.spec?.size === undefined) yield violation('no size before'); if (oldObject?.spec?.size === spec?.size) yield violation('same size');",
  "a helper of the name that Rego gives to a value":
    "const row = { label: 'a', note: given(spec?.owner?.name) }; if (labelled(row)) yield violation('labelled');",
};

/** What is in every widget, one after another. */
const stores = [
  "{}",
  "{ class: null, size: null, count: null, safe: null, zones: null, owner: null }",
  "{ class: '', size: 0, safe: false, zones: [], owner: {} }",
  "{ class: a, safe: true, zones: [a], owner: { name: null } }",
  "{ size: 3, count: 4, owner: { name: me }, rules: [{ verbs: [get] }] }",
];

const objects = `
{}
---
{ spec: null }
---
{ spec: {} }
---
{ spec: { names: null, others: null, size: null, owner: null, labels: null, parts: null } }
---
{ spec: { names: [], data: 1, others: [b], notes: [null, a], size: 0, owner: { name: null }, labels: { app: null }, parts: [{ name: null, tags: null }] } }
---
{ spec: { names: [a], notes: [a, b, null, null], size: 3, owner: { name: me }, labels: { app: web }, parts: [{ name: one, tags: [x] }, {}] } }
---
{ spec: { names: null, others: [c], notes: [null], size: 2, data: false } }
`;

const moduleOf = (
  name: string,
  body: string,
): string => `import { type Integer, kind, type NamedObjectMeta, policy, violation } from "@policyc/sdk";
interface Spec { names?: string[] | null; others?: string[] | null; notes?: (string | null)[] | null; size?: number | null; owner?: { name?: string | null } | null; labels?: Record<string, string | null> | null; parts?: { name?: string | null; tags?: string[] | null }[] | null; data?: unknown }
interface Store { class?: string | null; size?: number | null; count?: Integer | null; safe?: boolean | null; zones?: string[] | null; owner?: { name?: string | null } | null; rules?: { verbs?: string[] }[] | null }
interface Widget { apiVersion: "example.com/v1"; kind: "Widget"; metadata: NamedObjectMeta; store: Store; spec?: Spec | null }
const Widget = kind<Widget>({ group: "example.com", version: "v1", kind: "Widget", plural: "widgets", scope: "Cluster" });
function counted(names: string[] | null | undefined): number { return names?.length ?? -1; }
function given<T>(value: T | null | undefined): T | undefined { return value ?? undefined; }
function labelled({ label, note = "a" }: { label: string; note?: string | undefined }): boolean { return label === note; }
export const used = [counted, given, labelled];
export default policy({
  name: "${name}", title: "Reading", description: "Reads what may be null.", severity: "low", match: [Widget],
  *check({ object, oldObject }) { const { spec, store } = object; ${body} },
});
`;

describe.skipIf(findEngine() === undefined)(
  "null: JavaScript = WASM = OPA = CEL (skipped where the engine is not built)",
  () => {
    const folder = generatedFolder();
    const names = Object.keys(readings);
    const nameOf = (says: string): string => `nulls-${names.indexOf(says)}`;
    const widgets = parseManifests(
      stores
        .map((store) =>
          objects.replaceAll(
            /^\{/gm,
            `{ apiVersion: example.com/v1, kind: Widget, metadata: { name: w }, store: ${store},`,
          ),
        )
        .join("---"),
      "widgets.yaml",
      new Collector(),
    );
    let modules: ReadonlyMap<string, Module> = new Map();
    beforeAll(() => {
      modules = compileModules(
        folder,
        new Map(Object.entries(readings).map(([says, body]) => [nameOf(says), moduleOf(nameOf(says), body)])),
      );
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each(names)("%s", async (says) => {
      const { path, source, diagnostics = [] } = modules.get(nameOf(says)) ?? {};
      expect(diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, () => undefined))).toEqual([]);
      if (source === undefined || path === undefined) throw new Error("no policy");
      const emission = emitted(source, {}, "1.35");
      expect(emission.diagnostics).toEqual([]);
      const engines = await enginesOf(path, source, emission.files, "1.35");
      const { kinds } = source.policy.match;
      const verdicts = widgets.flatMap((widget) =>
        (["CREATE", "UPDATE"] as const).map((operation) =>
          agreementOn(engines, requestOf(widget, { kinds, operation }).request, {}),
        ),
      );
      for (const { agreement } of verdicts) expect(agreement).toEqual({ agrees: true });
      expect(verdicts.some(({ messages }) => messages.length > 0)).toBe(true);
    });
  },
);
