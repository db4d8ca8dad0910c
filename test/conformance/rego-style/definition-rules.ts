import {
  assignment,
  type Expression,
  isConstant,
  isList,
  isScalar,
  nameOf,
  namesIn,
  type RegoModule,
  type Rule,
  type Term,
  writtenAs,
} from "./syntax.js";

/** As `.regal/config.yaml` has it. */
const longestRule = 60;

/** Rules for a definition. */
export const definitionRules: Readonly<Record<string, (rule: Rule, module: RegoModule) => boolean>> = {
  "avoid-get-and-list-prefix": ({ head }) => /^(get|list)_/.test(head.name),
  "rule-name-repeats-package": ({ head }, { package: { path } }) =>
    head.name.startsWith(String(path.at(-1)?.value)),
  "prefer-snake-case": (rule) => [...namesIn(rule)].some((name) => /[A-Z]/.test(name)),
  "duplicate-rule": (rule, { rules = [] }) =>
    rules.slice(0, rules.indexOf(rule)).some((other) => writtenAs(other) === writtenAs(rule)),
  "rule-length": ({ location }) =>
    Buffer.from(location?.text ?? "", "base64")
      .toString()
      .split("\n").length > longestRule,
  "default-over-else": ({ head, else: last }) =>
    head.args === undefined && last !== undefined && isConstantFallback(last),
  "equals-pattern-matching": ({ head: { args = [] }, body = [], else: last }) => {
    const [only, second] = body;
    if (only === undefined || second !== undefined || last !== undefined || !isList(only.terms)) return false;
    const [operator, left, right] = only.terms;
    const isEquality = operator !== undefined && nameOf(operator) === "equal" && only.negated !== true;
    return isEquality && isScalar(right) && args.some((arg) => writtenAs(arg) === writtenAs(left));
  },
  "boolean-assignment": ({ head: { value } }) => {
    const [called] = value?.type === "call" && Array.isArray(value.value) ? value.value : [];
    return called !== undefined && tests.has(nameOf(called) ?? "");
  },
  "inconsistent-args": ({ head: { name, args = [] } }, { rules = [] }) =>
    args.some((arg, position) =>
      rules.some(({ head }) => {
        const other = head.name === name ? head.args?.[position] : undefined;
        return isNamed(arg) && isNamed(other) && writtenAs(other) !== writtenAs(arg);
      }),
    ),
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

/** Built-in functions that give a truth, as far as they are written here. */
const tests: ReadonlySet<string> = new Set([
  "equal",
  "neq",
  "lt",
  "lte",
  "gt",
  "gte",
  "contains",
  "startswith",
  "endswith",
  "regex.match",
  "internal.member_2",
]);

function isNamed(arg: Term | undefined): boolean {
  return arg?.type === "var" && !/^[$_]/.test(String(arg.value));
}

/** `xs` in `count(xs) > 0`. */
function countedIn(terms: Expression["terms"]): readonly string[] {
  if (!isList(terms)) return [];
  const [operator, left, right] = terms;
  if (operator === undefined || nameOf(operator) !== "gt" || right?.value !== 0 || left?.type !== "call")
    return [];
  const [called, counted]: readonly Term[] = Array.isArray(left.value) ? left.value : [];
  return called !== undefined && nameOf(called) === "count" ? [writtenAs(counted)] : [];
}

/** `xs` in `some x in xs`. */
function loopedIn(terms: Expression["terms"]): readonly string[] {
  if (isList(terms) || !("symbols" in terms)) return [];
  return (terms.symbols ?? []).map(({ value }) => writtenAs(Array.isArray(value) ? value.at(-1) : value));
}

const isCalled =
  ({ head: { name } }: Rule) =>
  ({ head }: Rule): boolean =>
    head.name === name;

function isConstantFallback(rule: Rule): boolean {
  if (rule.else !== undefined) return isConstantFallback(rule.else);
  const [only, second] = rule.body ?? [];
  const isUnconditional = only === undefined || (second === undefined && isTrue(only));
  return isUnconditional && isConstant(rule.head.value);
}

function isTrue({ terms }: Expression): boolean {
  return !isList(terms) && "value" in terms && terms.value === true;
}
