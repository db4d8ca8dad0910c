/**
 * Are two values the same JSON: numbers, text, lists in order, fields by name? An absent field equals one that
 * is not there.
 *
 * @example deepEqual({ a: [1] }, { a: [1] }) // true
 */
export function deepEqual(a: unknown, b: unknown): boolean {
  if (a === b || (isAbsent(a) && isAbsent(b))) return true;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => deepEqual(item, b[index]))
    );
  }
  if (typeof a !== "object" || typeof b !== "object" || isAbsent(a) || isAbsent(b)) return false;
  const left = presentFields(a);
  const right = presentFields(b);
  return (
    left.size === right.size &&
    [...left].every(([name, value]) => right.has(name) && deepEqual(value, right.get(name)))
  );
}

function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

function presentFields(value: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(value).filter(([, field]) => !isAbsent(field)));
}
