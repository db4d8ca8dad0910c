/** What `opa parse --format json` says of a module, as far as the rules here read it. */
export interface RegoModule {
  readonly package: { readonly path: readonly Term[] };
  readonly rules?: readonly Rule[];
}

export interface Rule {
  readonly head: Head;
  readonly body?: readonly Expression[];
  readonly else?: Rule;
  readonly default?: boolean;
  readonly location?: Location;
}

interface Head {
  readonly name: string;
  readonly args?: readonly Term[];
  readonly key?: Term;
  readonly value?: Term;
}

export interface Expression {
  readonly terms: Term | readonly Term[] | { readonly symbols?: readonly Term[]; readonly domain?: Term };
  readonly negated?: boolean;
  readonly location?: Location;
}

export interface Term {
  readonly type: string;
  readonly value: unknown;
}

export interface Location {
  readonly row: number;
  /** What is written there, in Base64. */
  readonly text?: string;
}

/** `x := y` as its two sides. */
export function assignment({ terms }: Expression): readonly [left: Term, right: Term] | undefined {
  if (!isList(terms)) return undefined;
  const [operator, left, right] = terms;
  return operator !== undefined && left !== undefined && right !== undefined && nameOf(operator) === "assign"
    ? [left, right]
    : undefined;
}

/** `some … in …` or `every … in …`. */
export function isLoop({ terms }: Expression): boolean {
  return !isList(terms) && ("symbols" in terms || "domain" in terms);
}

/** Whether a variable of this name is anywhere in a part of the tree. */
export function mentions(part: unknown, name: string): boolean {
  if (Array.isArray(part)) return part.some((one) => mentions(one, name));
  if (typeof part !== "object" || part === null) return false;
  if ("type" in part && part.type === "var" && "value" in part && part.value === name) return true;
  return Object.values(part).some((one) => mentions(one, name));
}

/** All names in a part of the tree. */
export function namesIn(part: unknown): ReadonlySet<string> {
  return new Set(
    [...writtenAs(part).matchAll(/"type":"var","value":"([^"]*)"/g)].map(([, name = ""]) => name),
  );
}

/** A part of the tree, wherever it stands. */
export function writtenAs(part: unknown): string {
  return JSON.stringify(part, (key, value) => (key === "location" ? undefined : value)) ?? "";
}

/** `startswith` of the term that names what is called. */
export function nameOf({ type, value }: Term): string | undefined {
  if (type !== "ref" || !Array.isArray(value)) return undefined;
  return value.map((part: Term) => String(part.value)).join(".");
}

export function isScalar(term: Term | undefined): boolean {
  return term !== undefined && ["string", "number", "boolean", "null"].includes(term.type);
}

/** What holds nothing that is read or computed. */
export function isConstant(term: Term | undefined): boolean {
  return term !== undefined && !/"type":"(var|ref|call|[a-z]+comprehension)"/.test(writtenAs(term));
}

export function isList<T>(terms: T | readonly T[] | object): terms is readonly T[] {
  return Array.isArray(terms);
}
