import type { HelperTemplate } from "./helpers.js";

/** Functions that say how it went: a value or a reason, a pair, a list of what is wrong, nothing. */
export const resultHelpers: readonly HelperTemplate[] = [
  {
    written:
      "type %h = { readonly ok: true; readonly value: number } | { readonly ok: false; readonly why: string };\nfunction %f(d: $Item): %h { const v = @text?{d:item}; if (v === undefined) return { ok: false, why: @text{d:item} }; if (@condition{d:item,v:text}) return { ok: false, why: `@{v}?` }; return { ok: true, value: @number{d:item,v:text} }; }",
    used: {
      bind: [
        "const %r = %f(c); if (!%r.ok) { yield violation(`%m @{%r.why}`); @leave; } @turn{%r.value:number}",
        "const %r = @items.map(%f).find((%x) => !%x.ok); if (%r !== undefined && !%r.ok) yield violation(`%m @{%r.why}`);",
      ],
      loop: [
        "for (const %d of @items) { const %r = %f(%d); if (%r.ok) continue; yield violation(`%m @{%r.why}`); }",
        "for (const %r of @items.map(%f)) { if (%r.ok) { @inner{%r.value:number} } else @say{%r.why:text} }",
      ],
      texts: [
        "@items.map(%f).flatMap((%r) => (%r.ok ? [] : [%r.why]))",
        "@items.map((%d) => %f(%d)).filter((%r) => !%r.ok).map((%r) => %r.why)",
      ],
      number: ["@items.reduce((%n, %d) => { const %r = %f(%d); return %r.ok ? %n + %r.value : %n; }, 0)"],
      truth: ["%f(c).ok", "@items.every((%d) => %f(%d).ok)"],
    },
  },
  {
    written:
      "function %f(x: string | undefined): readonly [boolean, string] { if (x === undefined) return [false, @text]; if (@condition{x:text}) return [false, x]; return [@truth{x:text}, @text{x:text}]; }",
    used: {
      bind: [
        "const [%b, %v] = %f(@text?); if (!%b) { @say{%v:text} @leave; } @turn{%v:text}",
        "const %r = %f(@text); if (%r[0]) yield violation(`%m @{%r[1]}`);",
      ],
      texts: ["@texts.map(%f).filter(([%b]) => !%b).map(([, %v]) => %v)"],
      truth: ["%f(@text?)[0]", "@texts.map((%t) => %f(%t)).some(([%b, %v]) => %b && @condition{%v:text})"],
    },
  },
  {
    written:
      "function %f(d: $Item): string | false { if (@condition{d:item}) return false; const v = @text{d:item}; return @truth{d:item,v:text} && v; }",
    used: {
      loop: ["for (const %d of @items) { const %v = %f(%d); if (%v) yield violation(`%m @{%v}`); }"],
      bind: ["const %v = %f(c); if (%v === false) @leave; @turn{%v:text}"],
      truth: ["(%f(c) === false)"],
    },
  },
  {
    written:
      "function %f(d: $Item): string | null { if (@condition{d:item}) return null; return @text?{d:item} ?? null; }",
    used: {
      loop: ["for (const %d of @items) { const %v = %f(%d); if (%v !== null) yield violation(`%m @{%v}`); }"],
      bind: ["const %v = %f(c) ?? @text; @turn{%v:text}"],
      texts: ["@items.map(%f).filter((%v) => %v !== null)"],
    },
  },
  {
    written:
      'function %f(d: $Item): string[] { const all: string[] = []; if (@condition{d:item}) all.push(@text{d:item}); for (const t of @texts{d:item}) if (@condition{d:item,t:text}) all.push(`@{t} @{@shown{d:item}}`); if (all.length === 0 && @condition{d:item}) return ["none"]; return all; }',
    used: {
      loop: [
        'for (const %d of @items) { const %all = %f(%d); if (%all.length > 0) yield violation(`%m @{%all.join("; ")}`); }',
        "yield* %f(c).map((%v) => violation(`%m @{%v}`));",
        "yield* @items.flatMap((%d) => %f(%d)).map((%v) => violation(%v));",
        "for (const %v of @items.flatMap(%f)) { @inner{%v:text} }",
      ],
      texts: ["%f(c)"],
      number: ["%f(c).length"],
    },
  },
  {
    written:
      "interface S%f { readonly bad: readonly string[]; readonly most: number; readonly first?: string | undefined }\nfunction %f(ds: readonly $Item[]): S%f { const bad: string[] = []; let most = 0; let first: string | undefined; for (const d of ds) { if (@condition{d:item}) continue; bad.push(@text{d:item}); most = Math.max(most, @number{d:item}); first ??= @text?{d:item}; } return { bad, most, first }; }",
    used: {
      bind: [
        "const { bad: %w, most: %n, first: %v } = %f(@items); @turn{%w:texts,%n:number,%v:text?}",
        "const %r = %f(@items); if (%r.bad.length === 0) @leave; @turn{%r.most:number,%r.first:text?,%r.bad:texts}",
      ],
      "text?": ["%f(@items).first"],
      number: ["%f(@items).most"],
    },
  },
  {
    written:
      'type %h = "low" | "mid" | "high";\nconst %g: Record<%h, number> = { low: 0, mid: 1, high: 2 };\nfunction %f(d: $Item): %h { if (@condition{d:item}) return "low"; for (const t of @texts{d:item}) if (@condition{d:item,t:text}) return "high"; return "mid"; }',
    used: {
      number: ["%g[%f(c)]", "Math.max(0, ...@items.map((%d) => %g[%f(%d)]))"],
      truth: ["(%g[%f(c)] > %g.low)", '@items.some((%d) => %f(%d) === "high")'],
      turn: [
        'switch (%f(c)) { case "low": @leave; case "mid": @say break; case "high": @turn break; default: break; }',
      ],
      items: [
        "@items.toSorted((%a, %b) => %g[%f(%a)] - %g[%f(%b)])",
        '@items.filter((%d) => %f(%d) !== "low")',
      ],
    },
  },
  {
    written:
      'function %f(x: unknown): string { if (typeof x === "string") return @text{x:text}; if (typeof x === "number") return `@{x}#`; if (typeof x === "boolean") return x ? @text : "no"; return "none"; }',
    used: { text: ["%f(@any)", "%f(@mixed)"], texts: ["[@any, @any].map(%f)"] },
  },
  {
    written:
      'function %f(x: string | readonly string[] | undefined): readonly string[] { if (x === undefined) return []; return typeof x === "string" ? [x] : x.filter((t) => @condition{t:text}); }',
    used: { texts: ["[...%f(@text)]", "[...%f(@texts), ...%f(@text?)]"], number: ["%f(@texts?).length"] },
  },
  {
    written:
      'const %f = (x: string | number | boolean | undefined): string => (x === undefined ? "none" : typeof x === "boolean" ? (x ? "yes" : "no") : `@{x}`);',
    used: {
      text: ["%f(@text?)", "%f(@number?)", "%f(@flag?)", "%f(@mixed)", "[@text?, @number].map(%f).join()"],
    },
  },
  {
    written:
      "function %f(d: $Item | undefined, x?: string): number | undefined { if (!d) return undefined; const n = @number?{d:item}; if (n === undefined || n < 1) return x === undefined ? undefined : @number{d:item,x:text}; return n; }",
    used: {
      "number?": ["%f(@item?)", "%f(c, @text?)", "@items.map((%d) => %f(%d)).find((%n) => %n !== undefined)"],
      numbers: [
        "@items.map((%d) => %f(%d)).filter((%n) => %n !== undefined)",
        "@items.flatMap((%d) => %f(%d) ?? [])",
      ],
    },
  },
];
