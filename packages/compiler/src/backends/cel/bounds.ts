import type { Expr, Stream } from "@policyc/ir";

/** Names of objects and namespaces are DNS names: at most 253 characters of ASCII, on one line. */
const shortFields: readonly string[] = ["name", "namespace", "kind"];

/** Does the message surely fit into what Kubernetes passes on? */
export function isShort(of: Stream | Expr): boolean {
  switch (of.kind) {
    case "violation":
      return isShort(of.message);
    case "guard":
      return isShort(of.then);
    case "branch":
      return isShort(of.then) && isShort(of.else);
    case "sequence":
      return of.items.length < 10 && of.items.every(isShort);
    default:
      return isKnown(of) && textLength(of) < 2000;
  }
}

/** Has the message surely no line break? */
export function isSingleLine(of: Stream | Expr): boolean {
  switch (of.kind) {
    case "violation":
      return isSingleLine(of.message);
    case "guard":
      return isSingleLine(of.then);
    case "branch":
      return isSingleLine(of.then) && isSingleLine(of.else);
    case "sequence":
      return of.items.every(isSingleLine);
    case "each":
    case "bind":
      return isSingleLine(of.body);
    default:
      return isKnown(of) && !hasLineBreak(of);
  }
}

/** Made of constants and names alone. */
function isKnown(of: Stream | Expr): boolean {
  if (of.kind === "literal") return true;
  if (of.kind === "concat") return of.parts.every(isKnown);
  if (of.kind === "conditional") return isKnown(of.then) && isKnown(of.else);
  return of.kind === "field" && shortFields.includes(of.name) && isObjectOrMetadata(of.of);
}

function isObjectOrMetadata(of: Expr): boolean {
  if (of.kind === "input") return of.root === "object";
  return of.kind === "field" && of.name === "metadata" && of.of.kind === "input" && of.of.root === "object";
}

function textLength(of: Stream | Expr): number {
  if (of.kind === "literal") return Buffer.byteLength(String(of.value));
  if (of.kind === "concat") return of.parts.reduce((sum, part) => sum + textLength(part), 0);
  if (of.kind === "conditional") return Math.max(textLength(of.then), textLength(of.else));
  return 253;
}

function hasLineBreak(of: Stream | Expr): boolean {
  if (of.kind === "literal") return String(of.value).includes("\n");
  if (of.kind === "concat") return of.parts.some(hasLineBreak);
  return of.kind === "conditional" && (hasLineBreak(of.then) || hasLineBreak(of.else));
}
