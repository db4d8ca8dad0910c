import {
  assignment,
  type Expression,
  isList,
  isLoop,
  isScalar,
  mentions,
  nameOf,
  type RegoModule,
  type Rule,
  type Term,
} from "./syntax.js";

/** A line that a linter of Rego would name, by the name of Regal's rule. */
export interface Finding {
  readonly rule: string;
  readonly row: number;
  readonly text: string;
}

interface Line {
  readonly expression: Expression;
  readonly next: Expression | undefined;
  readonly rule: Rule;
}

type Check = (line: Line) => boolean;

/** Rules for a line of a body. */
const lines: Readonly<Record<string, Check>> = {
  "defer-assignment": ({ expression, next, rule }) => {
    const [left] = assignment(expression) ?? [];
    if (left?.type !== "var" || next === undefined || isLoop(next) || assignment(next) !== undefined)
      return false;
    return !mentions(next, String(left.value)) && !mentions(rule.head, String(left.value));
  },
  "pointless-reassignment": ({ expression }) => {
    const sides = assignment(expression);
    return sides?.every(({ type }) => type === "var") ?? false;
  },
  "constant-condition": ({ expression: { terms }, rule }) =>
    !isList(terms) && "type" in terms && isScalar(terms) && (rule.body?.length ?? 0) > 1,
  "yoda-condition": ({ expression: { terms } }) => {
    if (!isList(terms)) return false;
    const [operator, left, right] = terms;
    const isComparison = ["equal", "neq", "lt", "lte", "gt", "gte"].includes(
      operator === undefined ? "" : (nameOf(operator) ?? ""),
    );
    return isComparison && isScalar(left) && !isScalar(right);
  },
  "single-item-in": ({ expression: { terms } }) => {
    if (!isList(terms)) return false;
    const [operator, , collection] = terms;
    const isMembership = operator !== undefined && nameOf(operator) === "internal.member_2";
    return (
      isMembership &&
      Array.isArray(collection?.value) &&
      collection.value.length === 1 &&
      isWritten(collection)
    );
  },
  "double-negative": ({ expression: { negated, terms } }) =>
    negated === true &&
    !isList(terms) &&
    "type" in terms &&
    /^(cannot|no|non|not)_/.test(String(terms.value)),
};

/** Rules for a definition. */
const definitions: Readonly<Record<string, (rule: Rule, module: RegoModule) => boolean>> = {
  "avoid-get-and-list-prefix": ({ head }) => /^(get|list)_/.test(head.name),
  "rule-name-repeats-package": ({ head }, { package: { path } }) =>
    head.name.startsWith(String(path.at(-1)?.value)),
  "default-over-else": ({ head, else: last }) =>
    head.args === undefined && last !== undefined && isConstantFallback(last),
  "unconditional-assignment": ({ head, body, else: last }) => {
    const [only, second] = body ?? [];
    if (only === undefined || second !== undefined || last !== undefined) return false;
    const [left] = assignment(only) ?? [];
    return left !== undefined && left.value === head.value?.value;
  },
  "redundant-loop-count": ({ body = [] }) => {
    const counted = body.flatMap(({ terms }) => countedIn(terms));
    const looped = body.flatMap(({ terms }) => loopedIn(terms));
    return counted.some((text) => looped.includes(text));
  },
  "messy-rule": (rule, { rules = [] }) => {
    const [first, last] = [rules.findIndex(isCalled(rule)), rules.findLastIndex(isCalled(rule))];
    return rules.slice(first, last + 1).some((other) => !isCalled(rule)(other));
  },
  "argument-always-wildcard": ({ head: { name, args = [] } }, { rules = [] }) => {
    const same = rules.filter(({ head }) => head.name === name);
    return args.some((_, position) =>
      same.every(({ head }) => /^[$_]/.test(String(head.args?.[position]?.value))),
    );
  },
  "prefer-set-or-object-rule": ({ head, body }) =>
    body === undefined && ["setcomprehension", "objectcomprehension"].includes(head.value?.type ?? ""),
};

/** `xs` in `count(xs) > 0`. */
function countedIn(terms: Expression["terms"]): readonly string[] {
  if (!isList(terms)) return [];
  const [operator, left, right] = terms;
  if (operator === undefined || nameOf(operator) !== "gt" || right?.value !== 0 || left?.type !== "call")
    return [];
  const [called, counted]: readonly Term[] = Array.isArray(left.value) ? left.value : [];
  return called !== undefined && nameOf(called) === "count" ? [textOf(counted)] : [];
}

/** `xs` in `some x in xs`. */
function loopedIn(terms: Expression["terms"]): readonly string[] {
  if (isList(terms) || !("symbols" in terms)) return [];
  return (terms.symbols ?? []).map(({ value }) => textOf(Array.isArray(value) ? value.at(-1) : value));
}

/** A part of the tree, wherever it stands. */
function textOf(part: unknown): string {
  return JSON.stringify(part, (key, value) => (key === "location" ? undefined : value));
}

const isCalled =
  ({ head: { name } }: Rule) =>
  ({ head }: Rule): boolean =>
    head.name === name;

const isWritten = ({ type }: Term): boolean => type === "array" || type === "set";

function isConstantFallback(rule: Rule): boolean {
  if (rule.else !== undefined) return isConstantFallback(rule.else);
  const [only, second] = rule.body ?? [];
  const isUnconditional = only === undefined || (second === undefined && isTrue(only));
  return isUnconditional && isScalar(rule.head.value);
}

function isTrue({ terms }: Expression): boolean {
  return !isList(terms) && "value" in terms && terms.value === true;
}

const longest = 120;

/** Everything that is to be said about a module. */
export function findingsOf(module: RegoModule, text: string): readonly Finding[] {
  const rows = text.split("\n");
  const at = (rule: string, row: number): Finding => ({ rule, row, text: rows[row - 1]?.trim() ?? "" });
  const long = rows.flatMap((row, index) => (isTooLong(row) ? [at("line-length", index + 1)] : []));
  const plain = rows.flatMap((row, index) =>
    /\bregex\.\w+\("/.test(row) ? [at("non-raw-regex-pattern", index + 1)] : [],
  );
  const rules = module.rules ?? [];
  const ofRules = rules.flatMap((rule) =>
    Object.entries(definitions).flatMap(([name, check]) =>
      check(rule, module) ? [at(name, rule.location?.row ?? 1)] : [],
    ),
  );
  const ofLines = rules
    .flatMap(waysOf)
    .flatMap((rule) =>
      linesOf(rule).flatMap((line) =>
        Object.entries(lines).flatMap(([name, check]) =>
          check(line) ? [at(name, line.expression.location?.row ?? 1)] : [],
        ),
      ),
    );
  return [...long, ...plain, ...ofRules, ...ofLines];
}

/** A text in quotes cannot be broken: a message or a pattern may be longer. */
function isTooLong(row: string): boolean {
  return [...row].length > longest && !/["`].{60,}["`]/.test(row);
}

function waysOf(rule: Rule): readonly Rule[] {
  return rule.else === undefined ? [rule] : [rule, ...waysOf(rule.else)];
}

function linesOf(rule: Rule): readonly Line[] {
  const body = rule.body ?? [];
  return body.map((expression, index) => ({ expression, next: body[index + 1], rule }));
}
