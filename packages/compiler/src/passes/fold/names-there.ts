import { type Binder, type Expr, type Local, mayBeAbsent, required } from "@policyc/ir";

/**
 * `const v = one ?? "none"` in a function where `v` may be absent: what is named is there by now, and so is whoever reads it.
 * OPA refuses to compare what is a text for sure with `null`.
 */
export function nameOfWhatIsThere(binder: Binder, value: Expr): Local | undefined {
  if (binder.type.kind !== "optional" || !isThere(value) || isRead(value)) return undefined;
  return { kind: "local", name: binder.name, type: required(binder.type), span: value.span };
}

/** Its type may be that of what stood in its place before. */
function isThere(value: Expr): boolean {
  if (!mayBeAbsent(value.type)) return true;
  if (value.kind === "coalesce") return isThere(value.fallback);
  return value.kind === "conditional" && isThere(value.then) && isThere(value.else);
}

/** An object in a fixture may lack what its kind requires. */
function isRead({ kind }: Expr): boolean {
  return kind === "field" || kind === "index" || kind === "local" || kind === "input";
}
