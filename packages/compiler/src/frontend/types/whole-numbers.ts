import { integerType, type RecordEntry, required, type Type } from "@policyc/ir";

/**
 * The type that TypeScript sees, of which more may be known: it has no whole numbers, and a list of numbers may be one of
 * those, and a field of a record that the policy makes.
 */
export function withWholeNumbers(declared: Type, given: Type): Type {
  if (declared.kind === "optional") return { ...declared, of: withWholeNumbers(declared.of, given) };
  const known = required(given);
  if (declared.kind === "number" && known.kind === "number") return known;
  if (declared.kind === "record" && known.kind === "record") return withWhole(declared, known.whole ?? []);
  if (declared.kind !== "list" || known.kind !== "list") return declared;
  return { ...declared, element: withWholeNumbers(declared.element, known.element) };
}

/** The type of a record with these fields. */
export function recordOf(entries: readonly RecordEntry[]): Type {
  const whole = entries.filter(({ value }) => isWhole(value.type));
  return withWhole(
    { kind: "record", name: "object" },
    whole.map(({ name }) => name),
  );
}

/** A whole number, or a list of them. */
function isWhole(type: Type): boolean {
  return type.kind === "list" ? isWhole(type.element) : type.kind === "number" && type.integer;
}

/** One of several records has the whole numbers that each has. */
export function wholeInAll(records: readonly Type[]): readonly string[] {
  const [first = [], ...others] = records.map((type) => (type.kind === "record" ? (type.whole ?? []) : []));
  return first.filter((name) => others.every((whole) => whole.includes(name)));
}

/** A record of which some fields are whole numbers. */
export function withWhole(record: Type & { readonly kind: "record" }, whole: readonly string[]): Type {
  const { kind, name } = record;
  return whole.length === 0 ? { kind, name } : { kind, name, whole };
}

/** A number that is known to be whole, and may be absent as before. */
export function asInteger(type: Type): Type {
  if (type.kind === "number") return integerType;
  return type.kind === "optional" ? { ...type, of: asInteger(type.of) } : type;
}

/** What a field holds that the policy fills with whole numbers. */
export function wholeField(declared: Type, name: string, of: Type): Type {
  const record = required(of);
  return record.kind === "record" && record.whole?.includes(name) === true ? ofWhole(declared) : declared;
}

function ofWhole(type: Type): Type {
  return type.kind === "list" ? { ...type, element: ofWhole(type.element) } : asInteger(type);
}
