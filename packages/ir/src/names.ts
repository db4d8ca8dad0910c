import { literal } from "./constants.js";
import type { Expr, Local } from "./expression.js";
import { booleanType, mayBeAbsent, required, type Type } from "./type.js";
import { mapChildren } from "./walk.js";

/** The name that is wanted, with a number where it is taken. */
export function numbered(wanted: string, isTaken: (name: string) => boolean): string {
  let name = wanted;
  for (let number = 2; isTaken(name); number++) name = `${wanted}_${number}`;
  return name;
}

/** `verb` for `verb_2`, the `verb` of a loop inside of another. */
export function unnumbered(name: string): string {
  return name.replace(/_\d+$/, "");
}

/** The names that an expression reads and does not itself bind. */
export function freeNames(expr: Expr): ReadonlySet<string> {
  const free = new Set<string>();
  collectFree(expr, new Set(), free);
  return free;
}

function collectFree(expr: Expr, bound: ReadonlySet<string>, free: Set<string>): void {
  if (expr.kind === "local") {
    if (!bound.has(expr.name)) free.add(expr.name);
    return;
  }
  const binders = bindersOf(expr);
  if (binders.length === 0) {
    mapChildren(expr, (child) => {
      collectFree(child, bound, free);
      return child;
    });
    return;
  }
  const inner = new Set([...bound, ...binders]);
  const outside =
    expr.kind === "let"
      ? expr.value
      : expr.kind === "quantify" || expr.kind === "collect"
        ? expr.iteration.over
        : undefined;
  mapChildren(expr, (child) => {
    collectFree(child, child === outside ? bound : inner, free);
    return child;
  });
}

function bindersOf(expr: Expr): readonly string[] {
  if (expr.kind === "let") return [expr.binder.name];
  if (expr.kind !== "quantify" && expr.kind !== "collect") return [];
  const { binder, key } = expr.iteration;
  return key === undefined ? [binder.name] : [key.name, binder.name];
}

/**
 * Replaces free names by expressions. No name hides another (INVARIANT, checked
 * by `verify`), so nothing can be captured.
 */
export function substitute(expr: Expr, replacements: ReadonlyMap<string, Expr>): Expr {
  if (expr.kind === "local") return standIn(expr, replacements.get(expr.name));
  return mapChildren(expr, (child) => substitute(child, replacements));
}

/**
 * What stands for a name, with what is known where the name is read: a test before may have shown that it is there, and
 * which of several types it has.
 */
export function standIn(name: Local, replacement: Expr | undefined): Expr {
  if (replacement === undefined) return name;
  if (mayBeAbsent(name.type)) return replacement;
  // What is absent cannot have been shown to be there: this code is dead, and still has to have the right types.
  if (replacement.type.kind === "absent") return { ...replacement, type: name.type };
  const type = required(replacement.type);
  // Nor is an object a text, or a text a number: a test before has told one from the other.
  if (isUnlike(name.type, replacement)) return nothingOf(name.type, replacement);
  const isRead = ["local", "field", "index"].includes(replacement.kind);
  if (isRead && (type.kind === "unknown" || type.kind === "union"))
    return { ...replacement, type: name.type };
  // What is made of several types is no test by itself, but where it is a truth it is the same as whether it is `true`.
  if (name.type.kind === "boolean" && (type.kind === "unknown" || type.kind === "union"))
    return isTrue(replacement);
  return type === replacement.type ? replacement : { ...replacement, type };
}

function isTrue(left: Expr): Expr {
  const { span } = left;
  return { kind: "compare", operator: "==", left, right: literal(true, span), type: booleanType, span };
}

/** What dead code reads: nothing can be gone through, where a list is. */
function nothingOf(type: Type, { span }: Expr): Expr {
  return type.kind === "list" ? { kind: "list", items: [], type, span } : { kind: "absent", type, span };
}

function isUnlike(read: Type, { type }: Expr): boolean {
  const [one, other] = [familyOf(read), familyOf(required(type))];
  return one !== undefined && other !== undefined && one !== other;
}

/** What JavaScript can tell from any other; nothing of what may be several of these. */
function familyOf({ kind }: Type): string | undefined {
  switch (kind) {
    case "string":
    case "number":
    case "boolean":
      return kind;
    case "list":
    case "set":
      return "list";
    case "record":
    case "map":
      return "record";
    default:
      return undefined;
  }
}
