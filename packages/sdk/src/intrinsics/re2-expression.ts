/** What JavaScript reads and RE2 does not, or reads otherwise. */
const foreign: readonly (readonly [RegExp, string])[] = [
  [/^\(\?<?[=!]/, "look-around"],
  [/^\\(?:[1-9]|k)/, "a back-reference"],
  [/^\\[uc]/, "an escape by code; write the character itself"],
  [/^\[\^?\]/, "an empty class"],
];

const token = /\\[\s\S]|\(\?<?[=!]|\[\^?\]|\[|\]|\.|[\s\S]/gu;

/** The JavaScript expression with the meaning that the pattern has in RE2. */
export function re2Expression(pattern: string): RegExp {
  const [prefix = "", flags = ""] = /^\(\?([ims]+)\)/.exec(pattern) ?? [];
  let inClass = false;
  const source = pattern.slice(prefix.length).replace(token, (part) => {
    const problem = inClass ? undefined : foreign.find(([syntax]) => syntax.test(part));
    if (problem !== undefined)
      throw new SyntaxError(`\`${pattern}\` has ${problem[1]}, which RE2 does not have`);
    if (part === "[") inClass = true;
    if (part === "]") inClass = false;
    return translated(part, inClass, flags.includes("s"));
  });
  return new RegExp(source, `u${[...new Set(flags)].join("")}`);
}

const space = "\\t\\n\\f\\r ";

function translated(part: string, inClass: boolean, dotMatchesAll: boolean): string {
  if (part === "\\s") return inClass ? space : `[${space}]`;
  if (part === "\\S" && inClass)
    throw new SyntaxError("`\\S` in a class cannot be written in JavaScript; use `[^\\s…]`");
  if (part === "\\S") return `[^${space}]`;
  if (part === "." && !inClass && !dotMatchesAll) return "[^\\n]";
  return part;
}
