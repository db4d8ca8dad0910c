import { type Expr, type ExprOf, isEmpty, isSame, substitute, unnumbered } from "@policyc/ir";
import { pluralOf } from "../naming.js";

/** What a helper rule is called when the author gave its value no name: the first of these that is free. */
export function namesFor(expr: Expr): readonly [string, ...string[]] {
  const read = expr.kind === "coalesce" ? expr.of : expr;
  return read.kind === "field" ? [nameFor(expr), `${nameFor(read.of)}_${read.name}`] : [nameFor(expr)];
}

export function nameFor(expr: Expr): string {
  switch (expr.kind) {
    case "field":
      return expr.name;
    case "index":
      return indexName(expr);
    case "local":
      // To a rule of its own the name is the only one.
      return unnumbered(expr.name);
    case "input":
      return expr.root;
    case "quantify":
      return expr.name ?? `${expr.quantifier === "some" ? "any" : "every"}_${expr.iteration.binder.name}`;
    case "coalesce":
      return fallbackName(expr);
    case "present":
      return `has_${nameFor(expr.of)}`;
    case "not":
      return negatedName(expr);
    case "call":
      return callName(expr);
    case "apply":
      return expr.function;
    case "compare":
      return comparisonName(expr);
    case "logic":
      return expr.name ?? logicName(expr);
    case "conditional":
      return (
        expr.name ?? (expr.type.kind === "boolean" ? `${nameFor(expr.test)}_or_other` : choiceName(expr))
      );
    case "inventory":
      return pluralOf(expr.resource);
    case "let":
      return expr.name ?? nameFor(substitute(expr.body, new Map([[expr.binder.name, expr.value]])));
    case "concat":
      return "message";
    case "collect":
      return nameFor(expr.iteration.over);
    default:
      return "value";
  }
}

function negatedName({ operand }: ExprOf<"not">): string {
  if (operand.kind === "present") return `without_${nameFor(operand.of)}`;
  const name = nameFor(operand);
  for (const [ending, denied] of denials)
    if (name.endsWith(ending)) return name.slice(0, -ending.length) + denied;
  if (operand.kind === "compare")
    for (const [said, denied] of whollyDenied) if (said.test(name)) return name.replace(said, denied);
  return `is_not_${name.replace(/^is(?:_|(?=[A-Z]))/, "")}`;
}

const denials = [
  ["_is_listed", "_is_not_listed"],
  ["_is_not_empty", "_is_empty"],
  ["_matches", "_does_not_match"],
] as const;

const whollyDenied = [
  [/^same_/, "different_"],
  [/(?<=.)_is_(?!not_)/, "_is_not_"],
] as const;

/**
 * A name that stands for itself, or for a literal where it does not do. One of two literals is called after what is
 * asked, and what is left out on one side after the other.
 */
function choiceName({ test, then, else: otherwise }: ExprOf<"conditional">): string {
  const [isKnown, isKnownElse] = [then, otherwise].map((way) => way.kind === "literal" || isEmpty(way));
  if (isKnown && (isKnownElse || otherwise.kind === "concat"))
    return `${subjectOf(test)}_${then.type.kind === "string" ? "text" : "value"}`;
  const [said, instead] = isKnown ? [otherwise, then] : [then, otherwise];
  return said.kind === "local" && instead.kind === "literal"
    ? `${unnumbered(said.name)}_or_default`
    : said.kind === "list"
      ? `${subjectOf(test)}_list`
      : eitherName(said, instead);
}

/** `ingress_or_egress` of two fields, else after the first. */
function eitherName(said: Expr, instead: Expr): string {
  const [first, second] = [said, instead].map((expr) => (expr.kind === "coalesce" ? expr.of : expr));
  const areFields = first?.kind === "field" && second?.kind === "field" && first.name !== second.name;
  return areFields ? `${first.name}_or_${second.name}` : nameFor(said);
}

/** What a test is about. */
function subjectOf(test: Expr): string {
  switch (test.kind) {
    case "not":
      return subjectOf(test.operand);
    case "present":
    case "coalesce":
      return nameFor(test.of);
    case "compare":
      return nameFor(test.left);
    case "call":
      return nameFor(test.args.find(({ kind }) => kind !== "literal" && kind !== "list") ?? test);
    case "logic":
      return test.operands[0] === undefined ? nameFor(test) : subjectOf(test.operands[0]);
    default:
      return nameFor(test);
  }
}

function fallbackName({ of }: ExprOf<"coalesce">): string {
  if (of.kind === "local") return `${unnumbered(of.name)}_or_default`;
  if (of.kind === "apply") return `${of.function}_or_default`;
  const position = positionName(of);
  return position === undefined ? nameFor(of) : `${position}_or_default`;
}

const ordinals = ["first", "second", "third", "fourth", "fifth"];

function indexName({ of, key }: ExprOf<"index">): string {
  if (isBeforeEnd(key)) return `last_of_${nameFor(of)}`;
  if (key.kind !== "literal") return `${nameFor(of)}_entry`;
  if (typeof key.value === "string") return /[a-z]/i.test(key.value) ? key.value : `${nameFor(of)}_entry`;
  return `${ordinals[Number(key.value)] ?? `entry_${key.value}`}_of_${nameFor(of)}`;
}

/** `xs.length - 1` */
function isBeforeEnd(key: Expr): boolean {
  if (key.kind !== "arithmetic" || key.operator !== "-") return false;
  const isLength = key.left.kind === "call" && key.left.intrinsic === "list.length";
  return isLength && key.right.kind === "literal" && key.right.value === 1;
}

const byPosition = new RegExp(`^(?:${ordinals.join("|")}|entry_\\d+)_of_`);

/** Is it a name such as `first_of_containers`, which says where something is found and not what it is? */
export function isByPosition(name: string): boolean {
  return byPosition.test(name);
}

/** `first`, where a rule takes the list itself. */
function positionName(expr: Expr): string | undefined {
  if (expr.kind !== "index" || expr.of.kind !== "local" || expr.key.kind !== "literal") return undefined;
  return ordinals[Number(expr.key.value)];
}

function callName({ intrinsic, args: [first, second] }: ExprOf<"call">): string {
  if (first === undefined) return intrinsic.replace(".", "_");
  const name = nameFor(first);
  switch (intrinsic) {
    case "string.split":
    case "string.splitPattern":
      return `${name}_parts`;
    case "string.characters":
      return `${name}_characters`;
    case "string.length":
    case "list.length":
    case "set.size":
    case "map.size":
      return `${name}_count`;
    case "list.includes":
    case "set.has":
      return second === undefined || second.kind === "literal"
        ? `${name}_match`
        : `${nameFor(second)}_is_listed`;
    case "string.startsWith":
    case "string.endsWith":
    case "string.includes":
      return `${name}_matches`;
    case "string.matches":
      return `${second === undefined || second.kind === "literal" ? name : nameFor(second)}_matches`;
    case "number.parse":
    case "number.parseInteger":
    case "number.ofDigits":
    case "number.ofPlainDigits":
      return `${name}_number`;
    default:
      return /^(string|list)\./.test(intrinsic) ? name : intrinsic.replace(".", "_");
  }
}

function comparisonName({ operator, left, right }: ExprOf<"compare">): string {
  const isCount = left.kind === "call" && left.intrinsic.endsWith("length");
  const [counted] = left.kind === "call" ? left.args : [];
  if (isCount && counted !== undefined && right.kind === "literal" && right.value === 0)
    return operator === "==" ? `without_${nameFor(counted)}` : `has_${nameFor(counted)}`;
  const name = nameFor(left);
  if (operator !== "==" && operator !== "!=")
    return `${name}_${operator.startsWith("<") ? "is_below" : "is_above"}`;
  const verb = operator === "==" ? "is" : "is_not";
  if (right.kind !== "literal" && nameFor(right) === name)
    return `${operator === "==" ? "same" : "different"}_${name}`;
  if (right.kind === "literal" && right.value === "")
    return `${nameFor(left.kind === "coalesce" ? left.of : left)}_${verb}_empty`;
  if (right.kind === "literal" && right.value === true && operator === "==") return name;
  const word = right.kind === "literal" ? wordOf(right.value) : undefined;
  // What an object is, is its kind.
  if (name === "kind" && word !== undefined) return `${verb}_${word}`;
  return `${name}_${verb}_${word ?? (operator === "==" ? "equal" : "the_same")}`;
}

function wordOf(value: string | number | boolean): string | undefined {
  if (value === "*") return "wildcard";
  return /^[A-Za-z][A-Za-z-]{0,31}$/.test(String(value)) ? String(value) : undefined;
}

const longestName = 44;

/** `a_or_b`, as long as that can be read. */
function logicName({ operator, operands }: ExprOf<"logic">): string {
  const told = operands.filter((operand) => !isImplied(operand, operands));
  const names = [...new Set(told.map((operand) => nameFor(operand)))];
  const [name, another] = names;
  if (name !== undefined && another === undefined)
    return operands[0]?.kind === "apply" ? `one_${name}` : name;
  const whole = joined(names, operator);
  if (whole.length <= longestName) return whole;
  const [first] = names;
  const stem = first === undefined || first.length > longestName ? "condition" : first;
  return operator === "or" ? `${stem}_or_other` : `${stem}_and_more`;
}

/** `operation_is_empty_or_create`: what they are all about is said once. */
function joined(names: readonly string[], operator: string): string {
  const parts = names.map((name, position) => {
    const subject = /^.+?_is_/.exec(name)?.[0];
    const isSaid = subject !== undefined && names[position - 1]?.startsWith(subject) === true;
    return isSaid ? name.slice(subject.length) : name;
  });
  return parts.join(`_${operator}_`);
}

/** That there is something at all goes without saying where it is asked what it is. */
function isImplied(operand: Expr, among: readonly Expr[]): boolean {
  return (
    operand.kind === "present" &&
    among.some((other) => other.kind === "compare" && isSame(other.left, operand.of))
  );
}
