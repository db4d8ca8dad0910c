import type { Regression } from "./regression.js";

/** About values of several types, as `pnpm fuzz:expressions` writes them. */
export const ofMixtures: readonly Regression[] = [
  {
    says: "a truth that is asked again where it holds, beside a text",
    minKubernetes: "1.33",
    body: 'for (const c of object.spec.containers) { const v = c.stdin ? c.stdin || object.spec.hostNetwork : "a"; if (v) yield violation(c.name); const w = c.stdin === undefined ? (c.image ? true : object.spec.hostNetwork) : "a"; if (w) yield violation(`${c.name} 2`); }',
  },
  {
    says: "a list in the place of a text, and an object",
    minKubernetes: "1.33",
    body: 'const all = object.spec.containers.map((c) => c.args?.at(-1) ?? ["a"]); if (all.some((x) => x)) yield violation("one"); for (const c of object.spec.containers) { const v = c.image ?? c.args ?? ["a"]; if (v) yield violation(c.name); const y = c.args?.[0] ?? c.securityContext; if (typeof y === "string") yield violation(y); }',
  },
  {
    says: "the keys of a table that is spread in what is spread",
    minKubernetes: "1.35",
    module: 'const known: { [key: string]: string } = { a: "web", ab: "a", c: "x" };',
    body: 'const named = { ...{ ...known, a: object.metadata.name }, ...(object.spec.hostNetwork && { a: object.metadata.finalizers?.at(-1) }) }[object.metadata.name]; if (named !== undefined) yield violation(named); const more: Record<string, string> = { ...{ ...known, a: "b" }, web: "b" }; for (const c of object.spec.containers) yield violation(`${c.name} ${more[c.name] ?? "none"}`);',
  },
  {
    says: "a text and a truth of the request, and lists of the request, in one value",
    minKubernetes: "1.33",
    body: 'yield violation(`${(request.userInfo?.username && request.dryRun) ?? "none"}`); for (const c of object.spec.containers) { const v = c.image ? c.image.startsWith("a") : request.name ? [request.name] : ["a", "b"]; if (v) yield violation(c.name); }',
  },
  {
    says: "what is of another type is not equal, but where neither is there",
    body: 'for (const c of object.spec.containers) { if (deepEqual(false, c.args)) yield violation("a"); if (deepEqual(c.image, c.args)) yield violation(`${c.name} has neither`); if (!deepEqual(c.securityContext?.runAsNonRoot, "x")) yield violation(`${c.name} is no text`); if (deepEqual(c.name, true)) yield violation("b"); }',
  },
  {
    says: "a helper of any type gives a list that may be absent",
    module: "const given = <T>(value: T | null | undefined): T | undefined => value ?? undefined;",
    body: 'for (const c of object.spec.containers) if (given(c.args)?.some((arg) => arg === "x")) yield violation(c.name); if (given(object.metadata.finalizers)?.every((one) => one !== "a")) yield violation("none is a");',
  },
  {
    says: "what is of another type by a position, and of the namespace or the object",
    minKubernetes: "1.37",
    body: 'for (const c of object.spec.containers) { if ([c.args, c.stdin][0] === true) yield violation("a"); if ([c.args, c.stdin][1] !== true) yield violation(c.name); } if (namespaceObject?.metadata.finalizers ?? object.metadata.finalizers?.some((one) => one === "a")) yield violation("either");',
  },
  {
    says: "what is asked of a text that is a number",
    minKubernetes: "1.33",
    body: 'const v = [1, 2].at(-1) || "web"; if (typeof v === "string") yield violation(`${[...v].length}`); for (const c of object.spec.containers) { const w = c.stdin ? 1 : c.image; if (typeof w === "boolean") yield violation("never"); if (typeof w === "string") yield violation(w.replace("a", "b")); if (typeof w === "number") yield violation(`${w + 1}`); }',
  },
  {
    says: "the first of a list in which nothing is there",
    minKubernetes: "1.33",
    body: 'yield violation(`${object.spec.containers.map(() => ([undefined, undefined][0] ? params.strict : undefined))[0] || "none"}`);',
  },
];
