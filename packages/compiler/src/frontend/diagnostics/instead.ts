const insteadOfCaptures =
  'use `/…/.test(text)` as the test, `const m = /^([^:]+):(.+)$/.exec(text)` without the flag `g` for its groups, `m[1]`, or for the parts `const [first = "", ...rest] = text.split("/")`';

/** What an author writes instead of what JavaScript has and no engine does, by its last name. */
const instead: Readonly<Record<string, string>> = {
  parse: "use what the object's type has: no engine reads JSON in a text",
  stringify:
    'use the fields that matter: no engine writes an object as text; a text in quotes is `"${text}"`',
  toString: 'use a template literal, `${value}`, and of a list `list.join(",")`',
  toFixed: "use `Math.round(value)` in a template literal",
  assign: "use `{ ...defaults, ...values }`",
  hasOwnProperty: "use `key in object`",
  isNaN: "use `parseNumber(text) === undefined`, with `parseNumber` of @policyc/sdk",
  match: insteadOfCaptures,
  pow: "use `*`, or `1024 ** 3` of numbers that are known",
  sqrt: "compare with a product: `n > 10 * 10` for `Math.sqrt(n) > 10`",
  matchAll: insteadOfCaptures,
  exec: insteadOfCaptures,
  search: "use `/…/.test(text)`, or `indexOf` of a text",
  localeCompare:
    "use `a === b` in place of `a.localeCompare(b) === 0`, and `a < b` of `< 0`: they compare by character, as every engine does; to sort, `.toSorted((a, b) => (a < b ? -1 : 1))`",
  sign: "use `n > 0` or `n < 0` as the test; as a number `n > 0 ? 1 : n < 0 ? -1 : 0`",
  groupBy:
    "use a loop, `(groups[key] ??= []).push(x)`, with `const groups: Record<string, T[]> = {}` before it",
  "new Array": "use `const all: string[] = []`, and `[...list]` for a copy",
  keys: "use `list.entries()`, or `Array.from({ length: 3 }, (_, index) => index)`",
  "new Set":
    'use `new Set(list)` or `new Set(["a", "b"])` of all at once, or fill it by loops that ask for what they add, `if (seen.has(key)) …; seen.add(key);`, one `add` in each, and read it beside them',
  "new Map":
    "use `new Map(pairs)` of all at once, or fill it by loops, all of them in one way, `all.set(key, (all.get(key) ?? 0) + 1)` or `all.set(key, [...(all.get(key) ?? []), x])`, and read it after them; the turns themselves may ask for the key that they put something under",
};

/** The hint for a function or method that cannot be called; `undefined` where there is none of its own. */
export function insteadOf(called: string): string | undefined {
  const name = called.startsWith("new ") ? called : called.slice(called.lastIndexOf(".") + 1);
  return Object.hasOwn(instead, name) ? instead[name] : undefined;
}
