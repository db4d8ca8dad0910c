import type { HelperTemplate } from "./helpers.js";

/** Functions that are given functions, make them, or hold them; generators that call generators. */
export const higherHelpers: readonly HelperTemplate[] = [
  {
    written:
      'type P%f = (x: string) => boolean;\nconst %g = (...fs: readonly P%f[]): P%f => (x) => fs.every((one) => one(x));\nconst %f = %g((x) => @truth{x:text}, (x) => x !== "", (x) => @truth{x:text});',
    used: {
      truth: ["%f(@text)", "@texts.some(%f)", "%g(%f, (%x) => @truth{%x:text})(@text)"],
      texts: ["@texts.filter(%f)"],
    },
  },
  {
    written:
      "const %g = <T,>(ok: (x: T) => boolean) => (x: T): boolean => !ok(x);\nconst %f = (d: $Item): boolean => @truth{d:item};",
    used: {
      truth: ["@items.some(%g(%f))", "%g(%f)(c)", "@texts.every(%g((%t: string) => @truth{%t:text}))"],
      items: ["@items.filter(%g(%f))"],
    },
  },
  {
    written:
      'const %g = (n: number, words: readonly string[]) => ({ bad: (x: string): boolean => codePointLength(x) > n && !words.includes(x), says: (x: string): string => `@{x} is longer than @{n}` });\nconst %f = [%g(1, ["a"]), %g(3, allowed)] as const;',
    used: {
      loop: [
        "for (const %t of @texts) for (const { bad: %b, says: %s } of %f) if (%b(%t)) yield violation(`%m @{%s(%t)}`);",
        "for (const %x of %f) if (@texts.every((%t) => %x.bad(%t))) @say",
      ],
      texts: ["@texts.flatMap((%t) => %f.filter((%x) => %x.bad(%t)).map((%x) => %x.says(%t)))"],
    },
  },
  {
    written:
      "const %f = { ok: (x: string): boolean => @truth{x:text}, of: (x: string, n = @number): string => @text{x:text,n:number}, most: 3 } as const;",
    used: {
      truth: ["%f.ok(@text)", "@texts.every((%t) => %f.ok(%t))", "(@number > %f.most)"],
      text: ["%f.of(@text)", "%f.of(@text, @number)"],
      texts: ["@texts.filter(%f.ok)"],
    },
  },
  {
    written:
      "interface O%f { readonly strict?: boolean; readonly words?: readonly string[]; readonly deep?: { readonly most?: number } }\nfunction* %g(d: $Item, { strict = false, words = allowed, deep: { most = 1 } = {} }: O%f = {}): Generator<Violation> { if (strict && @condition{d:item}) yield violation(`strict @{@text{d:item}}`); for (const t of @texts{d:item}) { if (words.includes(t)) continue; if (@number{d:item,t:text} > most) yield violation(`@{t} @{most}`); } }\nfunction* %f(ds: readonly $Item[], o?: O%f): Generator<Violation> { for (const d of ds) { if (@condition{d:item}) continue; yield* %g(d, o); yield* %g(d, { ...o, strict: true }); } }",
    used: {
      turn: ["yield* %f(@items); @turn", "yield* %g(c, { strict: @truth, words: @texts });"],
      loop: ["yield* %f(@items, { deep: { most: @number } });", "for (const %d of @items) yield* %g(%d);"],
    },
  },
  {
    written:
      'function* %g(ds: readonly $Item[]): Generator<{ d: $Item; at: number; why: string }> { for (const [at, d] of ds.entries()) { if (@condition{d:item}) continue; yield { d, at, why: @text{d:item} }; if (@condition{d:item}) yield { d, at, why: "again" }; } }\nfunction* %f(ds: readonly $Item[], most: number): Generator<Violation> { for (const { d, at, why } of %g(ds)) { if (at > most || @condition{d:item,why:text}) continue; yield violation(`@{why} @{@shown{d:item}}`); } }',
    used: {
      turn: ["yield* %f(@items, @number); @turn"],
      loop: ["for (const { d: %d, why: %v } of %g(@items)) { @inner{%d:item,%v:text} }"],
      number: ["[...%g(@items)].length"],
    },
  },
  {
    written:
      "function %f(all: readonly string[], ok: (x: string, at: number) => boolean, other?: (x: string) => string): string[] { const out: string[] = []; for (const [at, x] of all.entries()) { if (ok(x, at)) out.push(x); else if (other) out.push(other(x)); } return out; }",
    used: {
      texts: [
        "%f(@texts, (%t) => @truth{%t:text})",
        "%f(@texts, (%t, %i) => @truth{%t:text,%i:number}, (%t) => @text{%t:text})",
      ],
    },
  },
  {
    written:
      "const %f = <T, K extends string>(all: readonly T[], of: (x: T) => K): { readonly [key: string]: readonly T[] } => { const out: { [key: string]: T[] } = {}; for (const x of all) (out[of(x)] ??= []).push(x); return out; };",
    used: {
      loop: [
        "for (const [%k, %w] of Object.entries(%f(@items, (%d) => @text{%d:item}))) { if (%w.length < 2) continue; @inner{%k:text} }",
      ],
      number: ["Object.keys(%f(@texts, (%t) => @text{%t:text})).length"],
    },
  },
  {
    written:
      "function %f<T>(all: readonly T[], ok: (x: T) => boolean): readonly [T[], T[]] { const yes: T[] = []; const no: T[] = []; for (const x of all) { if (ok(x)) yes.push(x); else no.push(x); } return [yes, no]; }",
    used: {
      bind: [
        "const [%v, %w] = %f(@items, (%d) => @truth{%d:item}); @turn{%v:items,%w:items}",
        "const [, %w] = %f(@texts, (%t) => @truth{%t:text}); @turn{%w:texts}",
      ],
    },
  },
  {
    written:
      "const %g = { a: (d: $Item): string | undefined => @text?{d:item}, web: (d: $Item): string | undefined => (@condition{d:item} ? @text{d:item} : undefined) };\nfunction %f(d: $Item): string[] { return Object.entries(%g).flatMap(([name, of]) => { const v = of(d); return v === undefined ? [] : [`@{name}=@{v}`]; }); }",
    used: {
      texts: ["%f(c)", "@items.flatMap(%f)"],
      loop: [
        "for (const [%k, %o] of Object.entries(%g)) { const %v = %o(c); if (%v === undefined) continue; @inner{%k:text,%v:text} }",
        'for (const %k of ["a", "web"] as const) { const %v = %g[%k](c); if (%v) { @inner{%v:text} } }',
      ],
    },
  },
  {
    written:
      "function %g(o: $Kind | undefined): readonly $Item[] { if (o === undefined) return []; return @items{o:root}; }\nfunction %f(d: $Item): string { return @text{d:item}; }",
    used: {
      items: ["%g(object).slice()", "%g(oldObject).slice()"],
      loop: [
        "const %old = new Map(%g(oldObject).map((%d) => [%f(%d), %d] as const)); for (const %d of %g(object)) { const %e = %old.get(%f(%d)); if (%e === undefined) { @say{%d:item} continue; } if (@condition{%d:item,%e:item}) continue; @say{%d:item,%e:item} }",
        "for (const %e of %g(oldObject)) if (!%g(object).some((%d) => %f(%d) === %f(%e))) { @inner{%e:item} }",
        "const %old = new Set(%g(oldObject).map(%f)); const %all = %g(object).filter((%d) => !%old.has(%f(%d))); if (%all.length > 0) @say{%all:items}",
        "for (const [%i, %d] of %g(object).entries()) { const %e = %g(oldObject)[%i]; if (%e !== undefined && %f(%e) === %f(%d)) continue; @inner{%d:item,%e:item?} }",
      ],
      truth: [
        "deepEqual(%g(object), %g(oldObject))",
        "deepEqual(%g(object).map(%f), %g(oldObject).map(%f))",
        "%g(oldObject).every((%e) => %g(object).some((%d) => %f(%d) === %f(%e) && @truth{%d:item,%e:item}))",
      ],
    },
  },
];
