import type { HelperTemplate } from "./helpers.js";

/** Functions about the object, of records and of any number of arguments, tables and enums, and functions that make functions. */
export const moreHelpers: readonly HelperTemplate[] = [
  {
    written: "function %f(o: $Kind): string[] { if (@condition{o:root}) return []; return @texts{o:root}; }",
    used: {
      texts: ["%f(object)", "(oldObject ? %f(oldObject) : [])"],
      truth: [
        "(oldObject !== undefined && %f(oldObject).join() !== %f(object).join())",
        "%f(object).every((%t) => oldObject !== undefined && %f(oldObject).includes(%t))",
      ],
    },
  },
  {
    written: "const %f = (o: $Kind | undefined): string | undefined => @text?{o:root?};",
    used: { "text?": ["%f(object)", "%f(oldObject)"], truth: ["(%f(object) === %f(oldObject))"] },
  },
  {
    written: "function* %f(d: $Item, x = @text): Generator<Violation> { @turn{d:item,x:text} }",
    used: {
      loop: ["yield* %f(c, @text);", "for (const %d of @items) yield* %f(%d);"],
      turn: ["if (@condition) yield* %f(c); else yield* %f(c, @text);"],
    },
  },
  {
    written:
      "function %f(...xs: readonly string[]): string { return xs.filter((x) => @condition{x:text}).join(); }",
    used: { text: ["%f(@text, @text)", "%f(...@texts)", "%f()"] },
  },
  {
    written:
      "function %f({ x, y = @text }: { x: string; y?: string | undefined }): boolean { return @truth{x:text,y:text}; }",
    used: { truth: ["%f({ x: @text })", "%f({ x: @text, y: @text? })"] },
  },
  {
    written: "const %f = (x: string) => (t: string): boolean => @truth{x:text,t:text};",
    used: { truth: ["@texts.some(%f(@text))", "%f(@text)(@text)"], texts: ["@texts.filter(%f(@text))"] },
  },
  {
    written:
      "function %f(x: string, n: number): string | number | undefined { if (@condition{x:text,n:number}) return n; if (@condition{x:text,n:number}) return undefined; return @text{x:text,n:number}; }",
    used: { mixed: ["%f(@text, @number)"], truth: ["(%f(@text, @number) === @text)"] },
  },
  {
    written:
      "const %h: { readonly [key: string]: (x: string) => boolean } = { a: (x) => @truth{x:text}, web: (x) => @truth{x:text} };\nconst %f = (k: string, x: string): boolean => %h[k]?.(x) ?? @truth{k:text,x:text};",
    used: { truth: ["%f(@text, @text)"] },
  },
  {
    written:
      'const %h: { readonly [key: string]: { readonly most: number; readonly words: readonly string[]; readonly note?: string } } = { a: { most: 1, words: ["a", "web"] }, web: { most: 0, words: [], note: "b" } };\nconst %f = (x: string) => %h[x];',
    used: {
      "number?": ["%f(@text)?.most"],
      "text?": ["%f(@text)?.note", "%f(@text)?.words[0]"],
      texts: ["(%f(@text)?.words ?? [])", "Object.keys(%h)"],
      truth: [
        "(%f(@text) === undefined)",
        "Object.values(%h).some(({ most: %n, words: %w }) => @condition{%n:number,%w:texts})",
      ],
      loop: [
        "for (const [%k, { most: %n, note: %v }] of Object.entries(%h)) { @inner{%k:text,%n:number,%v:text?} }",
      ],
    },
  },
  {
    written:
      'enum %h { Low = "a", High = "web" }\nconst %f = (x: string): %h => (@condition{x:text} ? %h.Low : %h.High);',
    used: {
      text: ["%f(@text)", "%h.High"],
      truth: ["(%f(@text) === %h.Low)"],
      turn: ["switch (%f(@text)) { case %h.Low: @say break; case %h.High: @turn }"],
    },
  },
  {
    written:
      'type %h = { readonly kind: "text"; readonly text: string } | { readonly kind: "number"; readonly size: number; readonly most?: number | undefined };\nfunction %f(d: $Item): %h { if (@condition{d:item}) return { kind: "text", text: @text{d:item} }; return { kind: "number", size: @number{d:item}, most: @number?{d:item} }; }',
    used: {
      bind: [
        'const %v = %f(c); if (%v.kind === "text") { @turn{%v.text:text} } else { @turn{%v.size:number,%v.most:number?} }',
        'const %v = %f(c); switch (%v.kind) { case "text": @say{%v.text:text} break; case "number": @say{%v.size:number} break; }',
      ],
      truth: [
        '@items.map(%f).some((%v) => %v.kind === "number" && @condition{%v.size:number,%v.most:number?})',
      ],
    },
  },
  {
    written:
      "function %f(d: $Item): string[] { const all: string[] = []; for (const t of @texts{d:item}) { if (@condition{d:item,t:text}) continue; if (@condition{d:item,t:text}) break; all.push(@text{d:item,t:text}); } return all; }",
    used: { texts: ["%f(c)", "@items.flatMap(%f)"] },
  },
  {
    written:
      "function %f(ds: readonly $Item[]): Map<string, string[]> { const all = new Map<string, string[]>(); for (const d of ds) { const k = @text{d:item}; all.set(k, [...(all.get(k) ?? []), @text{d:item,k:text}]); } return all; }",
    used: {
      loop: ["for (const [%k, %w] of %f(@items)) { @inner{%k:text,%w:texts} }"],
      "texts?": ["%f(@items).get(@text)"],
    },
  },
  {
    written:
      "function %f(x: string, y?: string): string { let r = x; if (y !== undefined && @condition{x:text,y:text}) r = @text{x:text,y:text}; if (@condition{r:text}) return r; return `@{r}@{@shown{x:text,y:text?}}`; }",
    used: { text: ["%f(@text)", "%f(@text, @text?)"], texts: ["@texts.map((%t) => %f(%t))"] },
  },
  {
    written:
      "const %f = <T extends string | number>(all: readonly T[], one: T): number => all.filter((x) => x === one).length;",
    used: { number: ["%f(@texts, @text)", "%f(@numbers, @number)"] },
  },
];
