import { higherHelpers } from "./higher-helpers.js";
import { moreHelpers } from "./more-helpers.js";
import { nestedHelpers } from "./nested-helpers.js";
import { resultHelpers } from "./result-helpers.js";
import type { Templates } from "./templates.js";

/** A function of the module: how it is written, what its parameters are, and where its call stands. */
export interface HelperTemplate {
  readonly written: string;
  readonly used: Templates;
}

/** Functions that return early, search, take several arguments or yield. `%f` is the name of the function. */
export const helpers: readonly [HelperTemplate, ...HelperTemplate[]] = [
  {
    written: "function %f(x: string | undefined): string { if (!x) return @text; return @text{x:text}; }",
    used: { text: ["%f(@text?)"] },
  },
  {
    written: "const %f = (x: string): boolean => @truth{x:text};",
    used: {
      truth: [
        "%f(@text)",
        "@texts.some(%f)",
        "@texts.filter(%f).length > 0",
        "(@text? !== undefined && %f(@text))",
      ],
    },
  },
  {
    written:
      "function %f(d: $Item): boolean { if (@condition{d:item}) return false; if (@condition{d:item}) return @truth{d:item}; return true; }",
    used: {
      truth: ["%f(c)", "@items.some(%f)", "@items.every((%d) => %f(%d))"],
      items: ["@items.filter(%f)"],
    },
  },
  {
    written:
      "function %f(d: $Item): string | undefined { if (@condition{d:item}) return undefined; return @text?{d:item}; }",
    used: {
      "text?": ["%f(c)", "@items.map(%f).find((%t) => %t !== undefined)", "@items.map((%d) => %f(%d))[0]"],
    },
  },
  {
    written:
      "function %f(ds: readonly $Item[], x: string): string | undefined { for (const d of ds) if (@condition{d:item,x:text}) return @text?{d:item,x:text}; return @text?{x:text}; }",
    used: { "text?": ["%f(@items, @text)"] },
  },
  {
    written:
      "function %f(ds: readonly $Item[]): $Item | undefined { for (const d of ds) { if (@condition{d:item}) continue; return d; } return undefined; }",
    used: { "item?": ["%f(@items)"] },
  },
  {
    written:
      "function %f(d: $Item): number { let n = 0; for (const t of @texts{d:item}) { if (@condition{t:text}) continue; n += 1; } return n; }",
    used: {
      number: ["%f(c)", "@items.reduce((%sum, %d) => %sum + %f(%d), 0)", "Math.max(0, ...@items.map(%f))"],
    },
  },
  {
    written:
      'function %f(x: string): "low" | "high" { switch (x) { case "a": return "low"; case "web": case "app": return @condition{x:text} ? "low" : "high"; default: return "high"; } }',
    used: {
      text: ["%f(@text)"],
      truth: ['(%f(@text) === "low")', "@texts.some((%t) => %f(%t) === %f(@text))"],
    },
  },
  {
    written:
      "function %f(d: $Item): [string, number] { if (@condition{d:item}) return [@text{d:item}, @number{d:item}]; return [@text{d:item}, 0]; }",
    used: { text: ["%f(c)[0]"], bind: ["const [%a, %b] = %f(c); @turn{%a:text,%b:number}"] },
  },
  {
    written:
      "interface R%f { name: string; value?: string | undefined; sure: boolean }\nfunction %f(d: $Item): R%f | undefined { if (@condition{d:item}) return undefined; return { name: @text{d:item}, value: @text?{d:item}, sure: @truth{d:item} }; }",
    used: {
      "text?": ["%f(c)?.value", "@items.map(%f).find((%d) => %d?.sure)?.name"],
      bind: [
        "const %r = %f(c); if (%r === undefined) @leave; @turn{%r.name:text,%r.value:text?,%r.sure:truth}",
        "const { name: %n = @text, value: %v } = %f(c) ?? {}; @turn{%n:text,%v:text?}",
      ],
      truth: ["(%f(c)?.sure ?? @truth)"],
    },
  },
  {
    written: "function* %f(d: $Item): Generator<Violation> { @plain{d:item} @plain{d:item} }",
    used: { turn: ["yield* %f(c); @turn"], loop: ["for (const %d of @items) yield* %f(%d);"] },
  },
  {
    written:
      "function* %f(d: $Item): Generator<string> { if (@condition{d:item}) yield @text{d:item}; for (const t of @texts{d:item}) if (@condition{d:item,t:text}) yield @text{d:item,t:text}; }",
    used: {
      texts: ["[...%f(c)]", "@items.flatMap((%d) => [...%f(%d)])"],
      loop: [
        "for (const %t of %f(c)) { @inner{%t:text} }",
        "for (const %d of @items) for (const %t of %f(%d)) { @inner{%t:text} }",
      ],
      truth: ["new Set(%f(c)).has(@text)"],
    },
  },
  {
    written:
      "function* %g(d: $Item): Generator<Violation> { @plain{d:item} }\nfunction* %f(ds: readonly $Item[], x = @text): Generator<Violation> { for (const d of ds) { if (@condition{d:item,x:text}) yield* %g(d); else yield violation(x); } }",
    used: { turn: ["yield* %f(@items); @turn"], loop: ["yield* %f(@items, @text);"] },
  },
  {
    written:
      "function %f(d: $Item): Violation | undefined { if (@condition{d:item}) return violation(`%m @{@shown{d:item}}`); return undefined; }",
    used: {
      loop: [
        "const %v = %f(c); if (%v) yield %v;",
        "for (const %d of @items) { const %v = %f(%d); if (%v !== undefined) yield %v; }",
      ],
    },
  },
  {
    written:
      "function %f(d: $Item): Violation[] { if (@condition{d:item}) return []; return @texts{d:item}.map((t) => violation(`%m @{@text{d:item,t:text}}`)); }",
    used: { turn: ["yield* %f(c);", "yield* @items.flatMap(%f); @turn"] },
  },
  {
    written: "const %f = <T,>(all: readonly T[], ok: (one: T) => boolean): T | undefined => all.find(ok);",
    used: {
      "text?": ["%f(@texts, (%t) => @truth{%t:text})"],
      "item?": ["%f(@items, (%d) => @truth{%d:item})"],
    },
  },
  {
    written:
      "const %f = <T,>(all: readonly T[], of: (one: T) => string | undefined): string[] => all.flatMap((one) => of(one) ?? []);",
    used: { texts: ["%f(@items, (%d) => @text?{%d:item})", "%f(@texts, (%t) => @text?{%t:text})"] },
  },
  {
    written:
      "const %h = [{ says: @text, bad: (d: $Item) => @condition{d:item} }, { says: @text, bad: (d: $Item) => @condition{d:item} }];\nconst %f = (d: $Item): string[] => %h.filter(({ bad }) => bad(d)).map(({ says }) => says);",
    used: {
      texts: ["%f(c)"],
      loop: [
        "for (const { says, bad } of %h) if (bad(c)) yield violation(`%m @{says}`);",
        "if (%h.some(({ bad }) => bad(c))) @say",
      ],
    },
  },
  ...moreHelpers,
  ...nestedHelpers,
  ...resultHelpers,
  ...higherHelpers,
];
