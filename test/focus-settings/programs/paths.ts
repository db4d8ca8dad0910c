import { shapes } from "../objects/shapes.js";

/** A way from a record to a value in it, through records only: lists are for loops. */
export interface Path {
  /** As it is written behind the record, when that is there: `.spec.securityContext?.runAsUser`. */
  readonly text: string;
  readonly type: string;
  readonly optional: boolean;
}

const known = new Map<string, readonly Path[]>();

/** All paths of at most five fields. */
export function pathsOf(record: string): readonly Path[] {
  const found = known.get(record) ?? walk(record, 5);
  known.set(record, found);
  return found;
}

function walk(record: string, depth: number): readonly Path[] {
  if (depth === 0) return [];
  return (shapes.get(record) ?? []).flatMap(({ name, type, optional }): readonly Path[] => {
    const here: Path = { text: `.${name}`, type, optional };
    const below = walk(type, depth - 1).map((path) => ({
      text: `.${name}${optional ? "?" : ""}${path.text}`,
      type: path.type,
      optional: optional || path.optional,
    }));
    return [here, ...below];
  });
}
