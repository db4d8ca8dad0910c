import type { Templates } from "./templates.js";

/** What an order, a fraction or an absence is held in: lists of lists, fields of objects in lists, values of maps. */
export const held: Templates = {
  truth: [
    "@items.map((%d) => ({ t: @text{%d:item}, h: @number{%d:item} / 4 })).some(({ h: %h }) => %h * 2 > @number)",
    "[@texts?, @texts?].some((%w) => %w?.includes(@text))",
    "({ s: new Set(@texts), n: @number }.s.size > @number)",
    "@items.map((%d) => new Set(@texts{%d:item})).some((%s) => %s.size === @number)",
  ],
  text: [
    "({ k: @texts, n: @texts }).k.join()",
    "[Object.keys(@map), @texts].flat().toSorted().join()",
    '@items.map((%d) => ({ n: @text{%d:item}, k: @texts{%d:item} })).map(({ n: %n, k: %k }) => `@{%n}@{%k.join("+")}`).join()',
    '([[@text, @text], [@text]] as const)[0].join("-")',
    "`@{{ n: @number, h: @number * 2 }.h}`",
  ],
  "text?": [
    "[@texts, @texts].find((%w) => %w.length > 0)?.[0]",
    "({ a: [@text?, @text?] }).a.find((%t) => %t !== undefined)",
    "new Map(@items.map((%d) => [@text{%d:item}, @texts{%d:item}] as const)).get(@text)?.at(-1)",
  ],
  texts: [
    '({ k: @texts, n: @texts })[@truth ? "k" : "n"]',
    "([Object.keys(@map), @texts] as const)[1]",
    "@items.map((%d) => [@texts{%d:item}, [@text{%d:item}]]).flat().flat()",
    "@items.map((%d) => ({ k: Object.keys(@map), w: @texts{%d:item} })).flatMap(({ w: %w }) => %w)",
  ],
  number: [
    "({ a: { n: @number, m: @number } }).a.m",
    "[@texts, Object.keys(@map)].map((%w) => %w.length).reduce((%a, %b) => %a + %b, 0)",
    'new Map([["a", { n: @number }], ["web", { n: @number }]]).get(@text)?.n ?? @number',
  ],
  map: ['({ a: @map, b: @map })[@truth ? "a" : "b"]', "({ a: { ...@map, b: @text }, c: @map }).a"],
  bind: [
    "const %r = { keys: Object.keys(@map), all: @texts, of: { map: @map, t: @text? } }; const { all: %w, of: { map: %m, t: %t } } = %r; if (%r.keys.length > @number) @say{%w:texts} else @turn{%w:texts,%m:map,%t:text?}",
    "const [%k, %w] = [Object.keys(@map), @texts] as const; if (%k.includes(@text)) @say{%w:texts} else @turn{%w:texts,%k.length:number}",
    "const %all = @items.map((%d) => ({ d: %d, w: @texts{%d:item}, t: { n: @text?{%d:item}, b: @truth{%d:item} } })); const %r = %all.find(({ t: { b: %b } }) => %b); @turn{%r?.w:texts?,%r?.t.n:text?,%r?.d:item?}",
    "const %g: Record<string, { w: string[]; n: number }> = {}; for (const %d of @items) %g[@text{%d:item}] = { w: @texts{%d:item}, n: @number{%d:item} }; for (const [%k, { w: %w, n: %n }] of Object.entries(%g)) { @inner{%k:text,%w:texts,%n:number} }",
    "const %all: { t: string; w: readonly string[]; v?: string | undefined }[] = []; for (const %d of @items) { if (@condition{%d:item}) continue; %all.push({ t: @text{%d:item}, w: @texts{%d:item}, v: @text?{%d:item} }); } for (const { t: %t, w: %w, v: %v = %t } of %all) { @inner{%t:text,%w:texts,%v:text} }",
  ],
  loop: [
    "for (const [%k, %w] of Object.entries({ a: @texts, web: Object.keys(@map), app: @texts })) { if (%w.length === 0) continue; @say{%k:text,%w.length:number} }",
    "for (const { d: %d, m: %m } of @items.map((%e) => ({ d: %e, m: @map }))) for (const [%k, %v] of Object.entries(%m)) { @inner{%d:item,%k:text,%v:text} }",
    "for (const %w of [@texts, Object.keys(@map)]) for (const %t of %w) { @inner{%t:text} }",
  ],
};
