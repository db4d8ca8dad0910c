import type { HelperTemplate } from "./helpers.js";

/** Functions that call each other, take what they test, fall through, and generators that hand on what others yield. */
export const nestedHelpers: readonly HelperTemplate[] = [
  {
    written:
      "function %g(x: string, y = @text): boolean { if (@condition{x:text,y:text}) return false; return @truth{x:text,y:text}; }\nfunction %f(d: $Item, all: readonly string[] = allowed): boolean { const v = @text?{d:item,all:texts}; if (v === undefined) return all.length > 0; if (!%g(v)) return true; return all.some((t) => %g(t, v)); }",
    used: {
      truth: [
        "%f(c)",
        "%f(c, @texts)",
        "@items.every((%d) => %f(%d))",
        "%g(@text)",
        "%g(@text, @text)",
        "@texts.some((%t) => %g(%t))",
      ],
      items: ["@items.filter((%d) => !%f(%d, @texts))"],
    },
  },
  {
    written:
      'function %f(x: string): string { let r = ""; switch (x) { case "a": r = @text{x:text}; break; case "web": case "app": if (@condition{x:text}) return @text{x:text}; r = "mid"; break; default: return @text{x:text}; } return `@{r}-@{x}`; }',
    used: { text: ["%f(@text)"], texts: ["@texts.map(%f)"] },
  },
  {
    written:
      'function %f(x: string): number { switch (x) { case "a": return 1; case "web": { const n = @number{x:text}; if (n > 1) return n; break; } default: break; } if (@condition{x:text}) return 0; return @number{x:text}; }',
    used: {
      number: ["%f(@text)", "Math.max(0, ...@texts.map(%f))"],
      texts: ["@texts.filter((%t) => %f(%t) > @number)"],
    },
  },
  {
    written:
      "function* %g(d: $Item): Generator<string> { if (@condition{d:item}) return; yield @text{d:item}; yield* @texts{d:item}; }\nfunction* %f(ds: readonly $Item[]): Generator<[string, number]> { for (const [i, d] of ds.entries()) { for (const t of %g(d)) { if (@condition{d:item,t:text}) continue; yield [t, i]; } } }",
    used: {
      texts: ["[...%g(c)]", "@items.flatMap((%d) => [...%g(%d)])", "[...%f(@items)].map(([%t]) => %t)"],
      loop: [
        "for (const [%t, %n] of %f(@items)) { @inner{%t:text,%n:number} }",
        "for (const %t of new Set(%g(c))) { @inner{%t:text} }",
      ],
    },
  },
  {
    written:
      "function* %g(d: $Item): Generator<string> { for (const t of @texts{d:item}) if (@condition{d:item,t:text}) yield t; }\nfunction* %f(ds: readonly $Item[]): Generator<string> { for (const d of ds) { if (@condition{d:item}) continue; yield* %g(d); yield @text{d:item}; } }",
    used: {
      texts: ["[...%f(@items)]", "Array.from(%f(@items), (%t) => @text{%t:text})"],
      loop: ["for (const %t of %f(@items)) { @inner{%t:text} }"],
      truth: ["[...%f(@items)].some((%t) => @condition{%t:text})"],
    },
  },
  {
    written:
      'type %h = { readonly name: string; readonly when?: (d: $Item) => boolean; readonly of: (d: $Item) => string | undefined };\nconst %g: readonly %h[] = [{ name: "one", of: (d) => @text?{d:item} }, { name: "two", when: (d) => @truth{d:item}, of: (d) => @text?{d:item} }, { name: "three", when: (d) => @truth{d:item}, of: () => undefined }];\nfunction* %f(d: $Item): Generator<Violation> { for (const { name, when, of } of %g) { if (when && !when(d)) continue; const v = of(d); if (v === undefined) continue; yield violation(`@{name} @{v}`); } }',
    used: {
      turn: ["yield* %f(c); @turn"],
      loop: [
        "for (const %d of @items) yield* %f(%d);",
        "for (const %x of %g) if (%x.when?.(c) ?? @truth) yield violation(`%m @{%x.name}`);",
      ],
    },
  },
  {
    written:
      "const %f = <T,>(all: readonly T[] | undefined, ok: (one: T, at: number) => boolean = () => true): T[] => (all ?? []).filter((one, at) => ok(one, at));",
    used: {
      texts: [
        "%f(@texts?)",
        "%f(@texts?, (%t) => @truth{%t:text})",
        "%f(@texts, (%t, %n) => @truth{%t:text,%n:number})",
      ],
      items: ["%f(@items, (%d) => @truth{%d:item})"],
    },
  },
  {
    written:
      "const %f = <K extends string, V>(all: Readonly<Record<K, V>>, k: string, other: V): V => (Object.entries<V>(all).find(([one]) => one === k)?.[1] ?? other);",
    used: { text: ["%f(@map, @text, @text)", "%f({ a: @text, web: @text }, @text, @text)"] },
  },
  {
    written:
      'const %g = (x: string | undefined): x is string => x !== undefined && x !== "";\nconst %f = (...xs: readonly (string | undefined)[]): string[] => xs.filter(%g).map((x) => @text{x:text});',
    used: {
      texts: ["%f(@text?, @text?)", "%f(@text, ...@texts)"],
      truth: ["%g(@text?)"],
      narrow: ["const %v = @text?; if (!%g(%v)) @leave; @turn{%v:text}"],
    },
  },
  {
    written:
      "interface O%f { readonly most?: number; readonly words?: readonly string[]; readonly ok?: (x: string) => boolean }\nfunction %f(x: string, { most = @number, words = allowed, ok }: O%f = {}): boolean { if (ok?.(x)) return true; if (x.length > most) return @truth{x:text,most:number}; return words.includes(x) && (ok?.(`@{x}!`) ?? @truth{x:text}); }",
    used: {
      truth: [
        "%f(@text)",
        "%f(@text, { most: @number })",
        "%f(@text, { ok: (%t) => @truth{%t:text} })",
        "%f(@text, { words: @texts, most: 2 })",
        "@texts.some((%t) => %f(%t))",
      ],
    },
  },
  {
    written:
      "function %f(ds: readonly $Item[], x: string): { readonly at: number; readonly found?: $Item } { for (let i = 0; i < ds.length; i++) { const d = ds[i]; if (d === undefined) continue; if (@condition{d:item,x:text}) return { at: i, found: d }; } return { at: -1 }; }",
    used: {
      number: ["%f(@items, @text).at"],
      bind: [
        "const { at: %n, found: %d } = %f(@items, @text); if (%d) { @turn{%n:number,%d:item} } else @say{%n:number}",
      ],
      "item?": ["%f(@items, @text).found"],
    },
  },
  {
    written:
      'const %g = { a: { most: 1, words: ["a", "web"], next: "web" }, web: { most: 2, words: [], next: "app" }, app: { most: 0, words: ["app"], next: "a" } } as const satisfies Record<string, { most: number; words: readonly string[]; next: string }>;\nfunction %h(x: string): x is keyof typeof %g { return x in %g; }\nconst %f = (x: string): string => (%h(x) ? %g[x].next : @text{x:text});',
    used: {
      text: ["%f(@text)", "%f(%f(@text))"],
      truth: ["%h(@text)"],
      bind: [
        "const %v = @text; if (!%h(%v)) @leave; const { most: %n, words: %w, next: %t } = %g[%v]; @turn{%n:number,%t:text}",
      ],
      loop: [
        "for (const %w of Object.values(%g)) if (%w.most > @number) yield violation(`%m @{%w.next}`);",
        "for (const [%k, { most: %n }] of Object.entries(%g)) { @inner{%k:text,%n:number} }",
      ],
    },
  },
  {
    written:
      "function %g(d: $Item): string | undefined { return @text?{d:item}; }\nfunction %f(ds: readonly $Item[]): Record<string, $Item[]> { const all: Record<string, $Item[]> = {}; for (const d of ds) { const k = %g(d); if (k === undefined) continue; (all[k] ??= []).push(d); } return all; }",
    used: {
      loop: [
        "for (const [%k, %w] of Object.entries(%f(@items))) { if (%w.length < 2) continue; @inner{%k:text,%w:items} }",
      ],
      items: ["(%f(@items)[@text] ?? [])"],
    },
  },
  {
    written:
      "const %g = (d: $Item): readonly string[] => { const all = @texts{d:item}; if (all.length === 0) return allowed; return all; };\nconst %f = (ds: readonly $Item[]): Map<string, number> => { const all = new Map<string, number>(); for (const d of ds) for (const t of %g(d)) all.set(t, (all.get(t) ?? 0) + 1); return all; };",
    used: {
      loop: ["for (const [%k, %n] of %f(@items)) { if (%n < 2) continue; @inner{%k:text,%n:number} }"],
      "number?": ["%f(@items).get(@text)"],
      number: ["%f(@items).size", "(%f(@items).get(@text) ?? 0)"],
      texts: ["[...%f(@items).keys()]", "%g(c).slice()"],
    },
  },
];
