import type { Construct } from "./construct.js";

const each = "for (const c of object.spec.containers)";

/** Functions with type parameters that are given what may be absent: only a call knows that something asks for it. */
export const generics: readonly Construct[] = [
  {
    says: "lists that a generic function makes of what may be absent",
    module: `const list = <T>(...xs: T[]): T[] => xs; const one = <T>(x: T): T[] => [x]; const twice = <U>(x: U, y: U): U[] => [...list(x, y), x]; function unlike<T>(xs: readonly T[], x: T): T[] { return xs.filter((other) => other !== x); }`,
    body: `${each} { if (one(c.image).filter((image) => image === undefined).length > 0) yield violation(\`no image \${c.name}\`); for (const image of list(c.image, c.name)) yield violation(image ?? "none"); for (const pull of twice(c.imagePullPolicy, undefined)) yield violation(pull ?? "no policy"); if (list(c.tty, c.stdin).every((flag) => flag === undefined)) yield violation(\`neither \${c.name}\`); for (const user of one(c.securityContext?.runAsUser)) yield violation(\`\${user ?? "nobody"}\`); yield violation(unlike([c.image, c.imagePullPolicy], undefined).map((text) => text ?? "-").join(" ")); if (twice(c.name, "a").length > 2) yield violation(c.name); }`,
  },
  {
    says: "records, functions and generators of what may be absent",
    module: `const wrap = <T>(value: T, says: string): { value: T; says: string } => ({ value, says }); const using = <T, R>(x: T, make: (x: T) => R): R => make(x); function orElse<T>(x: T | undefined, other: T): T { if (x === undefined) return other; return x; } function* all<T>(...xs: T[]): Generator<T> { for (const x of xs) yield x; } const same = <T>(a: T, b: T): boolean => a === b;`,
    body: `${each} { for (const { value, says } of [wrap(c.image, "image"), wrap(c.imagePullPolicy, "pull")]) if (value !== undefined) yield violation(\`\${says} \${value}\`); yield violation(using(c.image, (image) => image ?? "none")); yield violation(orElse<string | undefined>(c.image, undefined) ?? "nothing"); for (const x of all(c.image, c.imagePullPolicy)) yield violation(x ?? "absent"); if (same(c.imagePullPolicy, "Always")) yield violation(\`always \${c.name}\`); if (!same(c.image, object.spec.containers[0]?.image)) yield violation(\`unlike \${c.name}\`); }`,
  },
  {
    says: "lists of what may be absent, taken apart and put into groups by a generic function",
    minKubernetes: "1.35",
    module: `function partition<T>(xs: readonly T[], test: (x: T) => boolean): [T[], T[]] { return [xs.filter(test), xs.filter((x) => !test(x))]; } function groupBy<T>(xs: readonly T[], key: (x: T) => string): Record<string, T[]> { const groups: Record<string, T[]> = {}; for (const x of xs) (groups[key(x)] ??= []).push(x); return groups; }`,
    body: `const images = object.spec.containers.map((c) => c.image); const [some, none] = partition(images, (image) => image !== undefined); yield violation(\`\${some.map((image) => image ?? "!").join(" ")} \${none.length}\`); for (const [image, alike] of Object.entries(groupBy(images, (i) => (i?.startsWith("a") ? "a" : (i ?? "none"))))) yield violation(\`\${image} \${alike.map((i) => i ?? "-").join(" ")}\`);`,
  },
  {
    says: "a pipe of functions whose types its overloads alone know",
    module: `type Option<A> = { readonly tag: "none" } | { readonly tag: "some"; readonly value: A }; const none: Option<never> = { tag: "none" }; const some = <A>(value: A): Option<A> => ({ tag: "some", value }); const of = <A>(a: A | undefined): Option<A> => (a === undefined ? none : some(a)); const map = <A, B>(f: (a: A) => B) => (option: Option<A>): Option<B> => option.tag === "none" ? none : some(f(option.value)); const orElse = <A>(other: () => A) => (option: Option<A>): A => option.tag === "none" ? other() : option.value; function pipe<A, B, C, D>(a: A, ab: (a: A) => B, bc: (b: B) => C, cd: (c: C) => D): D; function pipe(a: unknown, ...steps: ((x: unknown) => unknown)[]): unknown { return steps.reduce((made, step) => step(made), a); }`,
    body: `${each} yield violation(\`\${c.name} \${pipe(c.image, of, map((image) => image.includes(":")), orElse(() => false))} \${pipe(c.imagePullPolicy, of, map((policy) => \`pulls \${policy}\`), orElse(() => "pulls"))}\`);`,
  },
  {
    says: "functions of what extends a list",
    module: `const isOneOf = <const T extends readonly string[]>(text: string, texts: T): text is T[number] => texts.includes(text); function namesOf<T extends readonly { name: string }[]>(all: T): string { return all.map(({ name }) => name).join(" "); } const first = <T extends { name: string }[]>(all: T): T[number] | undefined => all[0]; function* bad<T extends readonly Container[]>(all: T) { for (const c of all) if (c.tty) yield violation(\`tty \${c.name}\`); } const longest = <T extends readonly string[]>(...texts: T): number => texts.filter((text) => text !== "a").length;`,
    body: `${each} { if (isOneOf(c.imagePullPolicy ?? "none", ["none", "Always"])) yield violation(\`\${c.name} pulls\`); yield violation(\`\${longest(c.name, c.image ?? "a")} \${c.name}\`); } yield violation(namesOf(object.spec.containers)); yield violation(first(object.spec.containers)?.image ?? "none"); yield violation(first(object.spec.volumes ?? [])?.name ?? "no volume"); yield* bad(object.spec.containers);`,
  },
  {
    says: "what stands in for a flag by a generic function is a test",
    module: `const orElse = <T>(value: T | undefined, other: T): T => (value === undefined ? other : value); function fallback<T>(value: T | undefined, other: T): T { if (value !== undefined) return value; return other; } const pick = <T>(flag: boolean | undefined, a: T, b: T): T => { if (flag) return a; return b; }; const firstOf = <T>(list: readonly T[]): T | undefined => list[0]; const lastOf = <T>(list: readonly T[], other: T): T => list.at(-1) ?? other;`,
    body: `for (const c of object.spec.containers) { if (orElse(c.image?.startsWith("a"), false)) yield violation(\`\${c.name} 1\`); yield* orElse(c.securityContext?.privileged, false) ? [violation(\`\${c.name} 2\`)] : []; if (!orElse(c.stdin, true)) yield violation(\`\${c.name} 3\`); const bad = fallback(c.securityContext?.privileged, c.name === "b"); if (bad) yield violation(\`\${c.name} 4\`); if (orElse(c.securityContext?.runAsUser, 0) > 0 && fallback(c.image?.includes("@"), true)) yield violation(\`\${c.name} 5\`); yield violation(pick(c.tty, c.image === undefined, c.stdin ?? true) ? "x" : "y"); if (pick(c.stdin, c.image, c.name)) yield violation(\`\${c.name} 6\`); } const flags = object.spec.containers.map((c) => c.securityContext?.privileged ?? false); if (firstOf(flags)) yield violation("first"); if (lastOf(flags, true)) yield violation("last");`,
  },
  {
    says: "a type parameter that is one of several primitives",
    module: `function changed<T extends string | number | boolean>(before: T | undefined, after: T | undefined): boolean { return before !== undefined && before !== after; }
const show = <T extends string | number>(value: T | undefined, otherwise: string): string => (value === undefined ? otherwise : \`\${value}\`);
const either = <T extends string | number>(value: T, others: readonly T[]): boolean => others.includes(value);
const textOr = <T extends string | number>(value: T): string => (typeof value === "string" ? value : \`#\${value}\`);`,
    body: `const [first, second] = object.spec.containers; if (first === undefined) return; if (changed(first.image, second?.image)) yield violation(\`image \${show(first.image, "none")} \${show(second?.image, "none")}\`); if (changed(first.securityContext?.runAsUser, second?.securityContext?.runAsUser)) yield violation(\`user \${show(first.securityContext?.runAsUser, "none")} \${show(second?.securityContext?.runAsUser, "none")}\`); if (changed(first.stdin, true)) yield violation("stdin"); if (changed(first.securityContext?.privileged, second?.securityContext?.privileged)) yield violation("privileged"); if (either(first.name, ["a", "web"])) yield violation("name"); if (either((first.ports ?? []).length, [1, 2])) yield violation("ports"); for (const p of first.ports ?? []) yield violation(\`\${textOr(p.containerPort)} \${textOr(p.name ?? "none")} \${textOr(first.name)}\`);`,
  },
];
