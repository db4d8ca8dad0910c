/** The tokens of a regular expression, with those of a class together. */
export function atomsOf(tokens: readonly string[]): readonly string[] {
  const atoms: string[] = [];
  let isInClass = false;
  for (const token of tokens) {
    if (isInClass) atoms.push(`${atoms.pop() ?? ""}${token}`);
    else atoms.push(token);
    isInClass = isInClass ? token !== "]" : token === "[";
  }
  return atoms;
}

/**
 * Is there something that matches characters beyond the BMP, and that is neither `*` nor `+`? There `^.$` does not
 * match an emoji, which is two units. Nor may two `+` stand side by side, which want two units, nor `\B` beside any of them,
 * which holds between the two.
 */
export function countsUnits(atoms: readonly string[]): boolean {
  if (!atoms.some(matchesWide)) return false;
  return atoms.includes("\\B") || walk(atoms, 0, false).counts;
}

/** What stands between two `+` of wide atoms, up to the end of a group. */
interface Walk {
  readonly counts: boolean;
  /** May it end right behind a `+`? */
  readonly afterPlus: boolean;
  readonly end: number;
}

function walk(atoms: readonly string[], from: number, before: boolean): Walk {
  let [at, counts, afterPlus, endsSo] = [from, false, before, false];
  while (at < atoms.length && atoms[at] !== ")") {
    const atom = atoms[at] ?? "";
    if (atom === "|") {
      endsSo ||= afterPlus;
      afterPlus = before;
      at++;
      continue;
    }
    const group = /^\((?:\?<|$)/.test(atom) ? walk(atoms, startOfGroup(atoms, at), afterPlus) : undefined;
    const behind = (group?.end ?? at) + 1;
    const repeat = repeatAt(atoms, behind);
    if (group !== undefined) {
      // What is repeated begins where it has ended.
      const again = repeat.isCounted ? walk(atoms, startOfGroup(atoms, at), group.afterPlus) : group;
      counts ||= group.counts || again.counts;
      afterPlus = group.afterPlus || (repeat.isOptional && afterPlus);
    } else if (matchesWide(atom)) {
      const isMany = repeat.text === "*" || repeat.text === "+";
      counts ||= !isMany || (repeat.text === "+" && afterPlus);
      afterPlus ||= repeat.text === "+";
    } else if (!repeat.isOptional) afterPlus = false;
    at = repeat.end;
  }
  return { counts, afterPlus: afterPlus || endsSo, end: at };
}

function startOfGroup(atoms: readonly string[], at: number): number {
  return atoms[at] === "(" && atoms[at + 1] === "?" ? at + 3 : at + 1;
}

interface Repeat {
  readonly text: string | undefined;
  readonly isOptional: boolean;
  readonly isCounted: boolean;
  readonly end: number;
}

/** What says how often the atom before it is there. */
function repeatAt(atoms: readonly string[], at: number): Repeat {
  const text = atoms[at] ?? "";
  if (!/^[*+?{]$/.test(text)) return { text: undefined, isOptional: false, isCounted: false, end: at };
  const isCounted = text === "{";
  const last = isCounted ? atoms.indexOf("}", at) : at;
  const isOptional = text === "*" || text === "?" || (isCounted && atoms[at + 1] === "0");
  return { text, isOptional, isCounted, end: atoms[last + 1] === "?" ? last + 2 : last + 1 };
}

/**
 * `/[^a-z]/`, `/^[^a-z]/`, `/[^/]$/`: does nothing but the one atom at an open end match characters beyond the BMP? Then it
 * matches a text with an emoji there by one of its units, and so by the whole. Not beside `\B`, which holds between the two.
 */
export function isOneCharacterAtAnEnd(atoms: readonly string[]): boolean {
  const [first = "", second = ""] = atoms;
  const last = atoms.at(-1) ?? "";
  if (atoms.some((atom) => atom === "|" || atom === "\\B" || isBeyond(atom))) return false;
  const wide = atoms.filter(matchesWide);
  return wide.length === 1 && (wide[0] === last || (wide[0] === first && !/^[*+?{]$/.test(second)));
}

/** A class, `.`, or what stands for many characters. */
function matchesWide(atom: string): boolean {
  if (!atom.startsWith("[") || atom === "[") return atom === "." || /^\\[SDW]$/.test(atom) || isBeyond(atom);
  return atom.startsWith("[^") || /\\[SDW]/.test(atom.replace(/\\\\/g, "")) || isBeyond(atom);
}

/** What is written as an emoji is two units, of which a class takes either; what is written as half of one is one of them. */
function isBeyond(atom: string): boolean {
  return (
    /\\u[dD][89a-fA-F]/.test(atom) || [...atom].some((character) => (character.codePointAt(0) ?? 0) > 0xffff)
  );
}
