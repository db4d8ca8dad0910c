import { type Diagnostic, defineDiagnostic, type Span } from "@policyc/diagnostics";
import { unsupportedSyntax } from "./syntax.js";

export const reassignment = defineDiagnostic("PC1201", "error", () => ({
  message: "a variable that changes like this cannot be compiled",
  hint: "use a loop that counts, sums, finds (`if (…) { first = x; break; }`, `if (first === undefined && …) first = x;`), collects, or keeps the best (`if (best === undefined || x.n > best.n) best = x;`), and makes nothing of a variable that depends on what turns before have made of it; `list.entries()` for an index; or `const` and `filter`, `map`, `some`, `?:`",
}));
export const functionScoped = defineDiagnostic("PC1201", "error", (name: string) => ({
  message: "`var` is not part of policy TypeScript",
  hint: `use \`const ${name}\`, or \`let ${name}\` where it changes`,
}));
/** What a map has under a key, where statements fill it in ways that do not go together. */
export const filledOtherwise = defineDiagnostic("PC1201", "error", (name: string) => ({
  message: `\`${name}\` is filled in a way that cannot be compiled`,
  hint: `use one way in all loops and statements that fill \`${name}\`: a count, \`(… ?? 0) + 1\`, a list that grows, \`[...(… ?? []), x]\`, or a value that is put there; without \`break\`, and of what the loops do not change otherwise`,
}));
/** Which of the turns come before a turn of a loop over keys nobody can say. */
export const seenOverKeys = defineDiagnostic("PC1201", "error", (name: string) => ({
  message: `\`${name}\` is asked for what earlier turns of a loop over keys, a \`Map\` or a set have put there`,
  hint: "use a list, as keys have no order: `for (const key of sorted(Object.keys(labels)))`, with `sorted` of @policyc/sdk; or ask after the loop",
}));
/** A text to which a loop adds what depends on what is in it, such as a comma between two parts. */
export const textOfParts = defineDiagnostic("PC1201", "error", (name: string) => ({
  message: "a text that changes like this cannot be compiled",
  hint: `gather its parts in a list, \`parts.push(x)\`, and join them after the loop, \`parts.join(", ")\`: a turn may add to \`${name}\`, and not read it`,
}));
export const mutation = defineDiagnostic("PC1202", "error", (text: string) => ({
  message: `\`${text}\` changes a value, and a predicate changes nothing`,
  hint: insteadOfMutation(text),
}));
export function doneOnLoading(span: Span): Diagnostic {
  return unsupportedSyntax(
    span,
    "what a module does when it is loaded",
    'use constants that are whole where they are declared: `[...first, ...more]`, `{ ...table, b: 2 }`, `new Set([...names, "b"])`',
  );
}
export function thisParameter(span: Span): Diagnostic {
  return unsupportedSyntax(
    span,
    "a parameter called `this`",
    "use the function's other parameters: no policy has a `this`",
  );
}
export const recursion = defineDiagnostic("PC1203", "error", (name: string) => ({
  message: `\`${name}\` calls itself, and no policy engine can`,
  hint: "use the array methods, or write the levels out",
}));
export const returnInLoop = defineDiagnostic("PC1204", "error", (keyword: string) => ({
  message: `\`${keyword}\` leaves a loop that cannot be cut short`,
  hint: "use a loop over a list that only yields; count and fill in a loop of its own; of keys, which have no order, say all that are wrong",
}));
export function continueFromInside(span: Span): Diagnostic {
  return unsupportedSyntax(
    span,
    "a `continue` that leaves a loop which counts, fills or goes on otherwise as well",
    "use `some` before the inner loop, or a function that returns what it finds",
  );
}
export const notAViolation = defineDiagnostic("PC1205", "error", () => ({
  message: "a `check` yields violations and nothing else",
  hint: "use `yield violation(message, object)`, or `yield*` with a list of violations or another generator",
}));
export const impure = defineDiagnostic("PC1207", "error", (what: string) => ({
  message: `${what} differs from run to run or reaches outside the object`,
  hint: /\bDate\b/.test(what)
    ? "use a comparison of texts: RFC 3339 in UTC orders as text; what is too old is a parameter"
    : "use what the request carries: the object, the parameters, the user",
}));

function insteadOfMutation(text: string): string {
  if (/\.(?:add|set)\(.*\)$/s.test(text))
    return "use `new Set(list)` or `new Map(pairs)` of all at once, or a `Map` that loops fill in one way and that is read after them; for duplicates `keys.filter((other) => other === key).length > 1`";
  if (/\]\s*(?:[-+*/?|&]*=[^=]|\+\+|--)/.test(text))
    return "use one way to fill the object in all loops, `counts[key] = (counts[key] ?? 0) + 1`, `seen[key] = true`, `first[key] ??= x`; the turns may ask for the key that they put something under, `key in seen`, and for no other";
  if (/^[\w$]+\.[\w$]+\s*(?:[-+*]=|= (?:true|false|\d)|\+\+|--)/.test(text))
    return "use a variable for each field that changes, `let tty = 0;` and `tty++`, or an object that is written out and that nothing holds before the last change";
  if (/\.sort\(.*\)$/s.test(text))
    return "use `.toSorted((a, b) => a - b)` for numbers, `sorted(list)` of @policyc/sdk for texts: both leave the list as it is";
  if (/\.reverse\(\)$/.test(text)) return "use `.toReversed()`, which leaves the list as it is";
  if (/\bArray\(.*\)\.fill\(/s.test(text)) return "use `Array.from({ length: 3 }, (_, index) => …)`";
  if (/\.(?:pop|shift)\(\)$/.test(text))
    return "use `.at(-1)` for the last, `[0]` for the first, and `.slice(…)` for the others";
  if (/\.push\(/.test(text))
    return "use `push` for a list that is declared where it is filled, and is read only after the last `push`; or a new value: a spread, `map`, `filter`, `concat`";
  return "use a new value: a spread, `map`, `filter`, `concat`, or a list that is read only after the last `push`";
}
