import type { Templates } from "./templates.js";

/** What becomes of a list by turns: the last, the longest, the first that there is, maps and lists that grow. */
export const reduced: Templates = {
  "text?": [
    "new Map(@texts.map((%t, %i) => [%i, %t] as const)).get(@number)",
    "@items.map((%d) => [@text{%d:item}, @number{%d:item}] as const).toSorted(([, %a], [, %b]) => %b - %a)[0]?.[0]",
    "@items.findLast((%d) => @condition{%d:item}) ? @text : undefined",
  ],
  text: [
    '@texts.map((%t) => [%t, @number{%t:text}] as const).filter(([, %n]) => @condition{%n:number}).map(([%t, %n]) => `@{%t}:@{%n}`).join(", ")',
    '@texts.slice(0, 3).join(", ") + (@texts.length > 3 ? ` and @{@texts.length - 3} more` : "")',
  ],
  number: [
    "@items.reduce((%n, %d) => Math.min(%n, @number{%d:item}), 5)",
    "@texts.filter((%t, %i, %all) => %all.indexOf(%t) === %i).length",
    "(new Map(@texts.map((%t, %i) => [%t, %i] as const)).get(@text) ?? -1)",
    "@texts.findLastIndex((%t) => @condition{%t:text})",
    "@items.flatMap((%d) => @texts{%d:item}.flatMap((%t) => [@number{%d:item,%t:text}])).length",
    "Object.keys(Object.fromEntries(@texts.map((%t) => [%t, true]))).length",
    "Array.from(new Map(@items.map((%d) => [@text{%d:item}, @number{%d:item}] as const)).values()).reduce((%a, %b) => %a + %b, 0)",
  ],
  truth: [
    "@items.reduce((%a, %d) => %a && @truth{%d:item}, @truth)",
    "(Object.fromEntries(@texts.map((%t) => [%t, true]))[@text] ?? false)",
    "@texts.every((%t, %i, %all) => %i === 0 || (%all[%i - 1] ?? @text) <= %t)",
    "@items.every((%d, %i, %all) => %all.slice(%i + 1).every((%e) => @truth{%d:item,%e:item}))",
    "Object.entries(Object.fromEntries(@items.map((%d) => [@text{%d:item}, @number{%d:item}]))).some(([%k, %n]) => @condition{%k:text,%n:number})",
    "new Set(@texts).size === new Set(@texts.map((%t) => %t.toLowerCase())).size",
    "[...new Set(@texts)].every((%t) => new Set(@texts).has(%t))",
    "Array.from(@items.entries()).some(([%i, %d]) => @condition{%i:number,%d:item})",
    "@texts.some((%t) => @texts.filter((%u) => %u === %t).length > 1)",
  ],
  texts: [
    "@items.reduce<string[]>((%all, %d) => %all.concat(@texts{%d:item}), [])",
    "@texts.flatMap((%t, %i) => (%i % 2 === 0 ? [%t] : []))",
    "@texts.flatMap((%t) => (@condition{%t:text} ? [%t, @text{%t:text}] : @texts{%t:text}))",
    "@items.flatMap((%d) => @texts{%d:item}.flatMap((%t) => (@condition{%d:item,%t:text} ? [] : [%t])))",
    "Object.keys(Object.fromEntries(@texts.map((%t) => [%t, 1]))).toSorted()",
    "@texts.map((%t, %i, %all) => (%i + 1 < %all.length ? `@{%t},` : %t))",
    "@texts.filter((%t, %i, %all) => %all.indexOf(%t) !== %i)",
    "[...new Set(@texts)].filter((%t) => !@texts.includes(%t)).toSorted()",
    "[@text?, @text?, @text].filter((%t): %t is string => !!%t)",
    "[...@texts.entries()].map(([%i, %t]) => `@{%i}=@{%t}`)",
  ],
  items: [
    "[...new Map(@items.map((%d) => [@text{%d:item}, %d] as const)).values()]",
    "@items.flatMap((%d) => (@condition{%d:item} ? [%d] : []))",
    "[@item?, @item?].filter((%d) => %d !== undefined)",
    "@items.slice(-2)",
  ],
  "item?": [
    "@items.findLast((%d) => @condition{%d:item})",
    "new Map(@items.map((%d) => [@text{%d:item}, %d] as const)).get(@text)",
    "@items[@items.findIndex((%d) => @condition{%d:item})]",
  ],
  map: [
    "@items.reduce<{ [key: string]: string }>((%m, %d) => ({ ...%m, [@text{%d:item}]: @text{%d:item} }), {})",
    "Object.fromEntries(@texts.map((%t, %i) => [%t, `@{%i}`]))",
    "Object.fromEntries(new Map([[@text, @text]]))",
  ],
  bind: [
    "const %m = Object.fromEntries(@items.map((%d) => [@text{%d:item}, @number{%d:item}] as const)); for (const [%k, %n] of Object.entries(%m)) { @inner{%k:text,%n:number} }",
    "const %m = Object.fromEntries(@items.map((%d) => [@text{%d:item}, @texts{%d:item}])); @turn{%m[@text]:texts?,(%m.a ?? []):texts}",
    "const %m = new Map(@items.map((%d, %i) => [@text{%d:item}, { at: %i, d: %d }] as const)); const %r = %m.get(@text); if (%r !== undefined) { @turn{%r.at:number,%r.d:item} }",
  ],
};
