import type { Body, RegoModule, Rule, Term, Way } from "../syntax.js";
import { readBy } from "../walk.js";
import { fitting, isOneLine, printBody, printLiteral, printTerm } from "./lines.js";

/** The module as text, laid out as `opa fmt` lays it out. */
export function printRego(module: RegoModule): string {
  return `${[`package ${module.package}`, ...module.rules.map(printRule)].join("\n\n")}\n`;
}

type FunctionRule = Extract<Rule, { kind: "function" }>;

function printRule(rule: Rule): string {
  const comment = printComment(rule.comment);
  if (rule.kind === "contains") {
    const head = fitting((width) => `${rule.name} contains ${printTerm(rule.element, { depth: 0, width })}`);
    return `${comment}${head}${printIf(rule.body, head)}`;
  }
  return `${comment}${printDefinitions(rule)}`;
}

function printComment(comment: string | undefined): string {
  if (comment === undefined) return "";
  return `${comment
    .split("\n")
    .map((line) => `# ${line}`.trimEnd())
    .join("\n")}\n`;
}

function printDefinitions(rule: FunctionRule): string {
  const { ways } = rule;
  // Without values the ways are alternatives: a definition each.
  if (ways.every((way) => way.value === undefined))
    return ways.map((way) => printAlternative(rule, way)).join("\n\n");
  const fallback = defaultOf(rule);
  if (fallback === undefined) return printChain(headOf(rule), ways);
  const head = headOf({ ...rule, args: rule.args.map(() => "_") });
  const standard = fitting((width) => `default ${head} := ${printTerm(fallback, { depth: 0, width })}`);
  return `${standard}\n\n${printChain(headOf(rule), ways.slice(0, -1))}`;
}

/**
 * What a rule is when nothing else holds, where that is a constant. Of a function an `else` says so as well, and stands
 * beside the rest; but before it a value needs a name, `found`, that it does not need before a default.
 */
function defaultOf({ args, ways }: FunctionRule): Way["value"] {
  const [first, second] = ways;
  const last = ways.at(-1);
  if (first === undefined || ways.length < 2 || last === undefined || last.body.length > 0) return undefined;
  if (args.length > 0 && (last !== second || direct(first) === first)) return undefined;
  return last.value !== undefined && isConstant(last.value) ? last.value : undefined;
}

function isConstant(term: Term): boolean {
  if (term.kind === "array" || term.kind === "set") return term.items.every(isConstant);
  return term.kind === "object"
    ? term.entries.every(([, value]) => isConstant(value))
    : term.kind === "scalar";
}

function headOf({ name, args }: FunctionRule): string {
  return args.length === 0 ? name : `${name}(${args.join(", ")})`;
}

function printChain(head: string, ways: readonly Way[]): string {
  const [first, ...others] = ways;
  if (first === undefined) return head;
  if (others.length === 0) return printWay(head, direct(first));
  const blocks = others.map((way) => ` else${printBlock("", way)}`);
  return `${printBlock(head, first)}${blocks.join("")}`;
}

/** `x := found if { found := … }` says no more than `x := …`. */
function direct(way: Way): Way {
  const [only, second] = way.body;
  if (only?.kind !== "assign" || second !== undefined || way.value?.kind !== "var") return way;
  return only.name === way.value.name ? { value: only.value, body: [] } : way;
}

/** Each definition names only the arguments that it reads, and says outright what its only argument has to be. */
function printAlternative({ name, args }: FunctionRule, way: Way): string {
  if (args.length === 0) return printWay(name, way);
  const wanted = wantedArgument(way, args);
  const read = readBy([way]);
  const written = args.map((arg) => (arg === wanted?.arg ? wanted.value : read.has(arg) ? arg : "_"));
  return printWay(`${name}(${written.join(", ")})`, wanted === undefined ? way : { body: [] });
}

/** `is_host(part) if part == "localhost"` is `is_host("localhost")`. */
function wantedArgument(
  { body: [only, second] }: Way,
  args: readonly string[],
): { readonly arg: string; readonly value: string } | undefined {
  if (only?.kind !== "expr" || only.negated || second !== undefined) return undefined;
  const { term } = only;
  if (term.kind !== "infix" || term.operator !== "==" || term.right.kind !== "scalar") return undefined;
  return term.left.kind === "var" && args.includes(term.left.name)
    ? { arg: term.left.name, value: printTerm(term.right, { depth: 0, width: Number.POSITIVE_INFINITY }) }
    : undefined;
}

function printWay(head: string, way: Way): string {
  const valued = printValue(head, way);
  return `${valued}${printIf(way.body, valued)}`;
}

/** What a way gives; `true` goes without saying where a body asks for it. */
function printValue(head: string, { value, body }: Way): string {
  const isTrue = value?.kind === "scalar" && value.value === true;
  if (value === undefined || (isTrue && body.length > 0)) return head;
  return fitting((width) => `${head} := ${printTerm(value, { depth: 0, width })}`);
}

/** A way of an `else` chain, which is laid out in blocks. */
function printBlock(head: string, way: Way): string {
  const valued = printValue(head, way);
  return way.body.length === 0 ? valued : `${valued}${block(way.body)}`;
}

function block(body: Body): string {
  return ` if {\n${printBody(body, 1)}\n}`;
}

/** One short expression goes on the line of the head. */
function printIf(body: Body, head: string): string {
  const [only, second] = body;
  if (only === undefined) return "";
  if (second !== undefined || only.kind !== "expr") return block(body);
  const line = ` if ${printLiteral(only, { depth: 0, width: Number.POSITIVE_INFINITY })}`;
  const last = head.slice(head.lastIndexOf("\n") + 1);
  return isOneLine(`${last}${line}`) ? line : block(body);
}
