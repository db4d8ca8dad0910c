import { type Expr, required, type Stream } from "@policyc/ir";

/** Names of objects and namespaces are DNS names: at most 253 characters of ASCII, on one line. */
const shortFields: readonly string[] = ["name", "namespace", "kind"];

/** What Kubernetes names by a DNS label, wherever it stands (`ValidateDNS1123Label` in its `validation.go`). */
const named: readonly string[] = ["Container", "EphemeralContainer", "Volume"];

/** The longest text of a DNS label and of a label's value. */
const labelLength = 63;

/** Longer than any number in text. */
const numberLength = 25;

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
    case "each":
    case "bind":
    case "delegate":
      return false;
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
    case "delegate":
      return false;
    default:
      return isKnown(of) && !hasLineBreak(of);
  }
}

/** Made of constants, numbers and names alone. */
function isKnown(of: Expr): boolean {
  if (of.kind === "concat") return of.parts.every(isKnown);
  if (of.kind === "conditional") return isKnown(of.then) && isKnown(of.else);
  if (of.kind === "coalesce") return isKnown(of.of) && isKnown(of.fallback);
  if (of.kind === "literal" || literalsOf(of) !== undefined || isNumber(of) || isLabel(of)) return true;
  return of.kind === "field" && shortFields.includes(of.name) && isObjectOrMetadata(of.of);
}

/** The texts that a value of a closed type can be. */
function literalsOf({ type }: Expr): readonly string[] | undefined {
  const present = required(type);
  return present.kind === "string" ? present.literals : undefined;
}

function isNumber({ type }: Expr): boolean {
  return ["number", "boolean"].includes(required(type).kind);
}

/** A container's name, or the value of one of the object's labels. */
function isLabel(of: Expr): boolean {
  if (of.kind === "index") return of.of.kind === "field" && of.of.name === "labels" && isMetadata(of.of.of);
  const owner = of.kind === "field" && of.name === "name" ? required(of.of.type) : undefined;
  return owner?.kind === "record" && named.includes(owner.name);
}

function isObjectOrMetadata(of: Expr): boolean {
  return isMetadata(of) || (of.kind === "input" && of.root === "object");
}

function isMetadata(of: Expr): boolean {
  return of.kind === "field" && of.name === "metadata" && of.of.kind === "input" && of.of.root === "object";
}

function textLength(of: Expr): number {
  if (of.kind === "literal") return Buffer.byteLength(String(of.value));
  if (of.kind === "concat") return of.parts.reduce((sum, part) => sum + textLength(part), 0);
  if (of.kind === "conditional") return Math.max(textLength(of.then), textLength(of.else));
  if (of.kind === "coalesce") return Math.max(textLength(of.of), textLength(of.fallback));
  const literals = literalsOf(of);
  if (literals !== undefined) return Math.max(...literals.map((text) => Buffer.byteLength(text)));
  if (isNumber(of)) return numberLength;
  return isLabel(of) ? labelLength : 253;
}

function hasLineBreak(of: Expr): boolean {
  if (of.kind === "literal") return String(of.value).includes("\n");
  if (of.kind === "concat") return of.parts.some(hasLineBreak);
  if (of.kind === "conditional") return hasLineBreak(of.then) || hasLineBreak(of.else);
  if (of.kind === "coalesce") return hasLineBreak(of.of) || hasLineBreak(of.fallback);
  return literalsOf(of)?.some((text) => text.includes("\n")) === true;
}
