import {
  bindingsIn,
  bindingsInStream,
  type FunctionIR,
  inLines,
  type Policy,
  unnumbered,
  type Verified,
} from "@policyc/ir";
import { alternatives, manyDefinitions } from "./lower/alternatives.js";
import { ways } from "./lower/choices.js";
import { fails, holds } from "./lower/conditions.js";
import { Context } from "./lower/context.js";
import { violations } from "./lower/streams.js";
import { total, value } from "./lower/values.js";
import { snakeCase } from "./naming.js";
import { printRego } from "./print/index.js";
import { type Rule, scalar, type Way } from "./syntax.js";
import { withTrimmedAffixes } from "./tidy/affixes.js";
import { namedByAliases, renamedRules } from "./tidy/alias-names.js";
import { withoutAliases } from "./tidy/aliases.js";
import { arrange } from "./tidy/arrange.js";
import { besideArguments } from "./tidy/beside-arguments.js";
import { withCallsInPlace } from "./tidy/calls-in-place.js";
import { withKnownArguments } from "./tidy/known-arguments.js";
import { mapWays } from "./tidy/map-parts.js";
import { withNamedFallbacks } from "./tidy/named-fallbacks.js";
import { withFilteredLoops, withListsInPlace } from "./tidy/named-lists.js";
import { withNamedReads } from "./tidy/named-reads.js";
import { withPartialRules } from "./tidy/partial-rules.js";
import { withPlainReferences } from "./tidy/plain-references.js";
import { withPrefixLists } from "./tidy/prefix-lists.js";
import { promisesOf } from "./tidy/promises.js";
import { reachable } from "./tidy/reachable.js";
import { shortenAll, shortenHelpers } from "./tidy/shorten.js";
import { withShownReads } from "./tidy/shown-reads.js";
import { tidy } from "./tidy/tidy.js";
import { withoutTwins } from "./tidy/twins.js";
import { withTypedElements } from "./tidy/typed-elements.js";
import { withOneTestOfUnequal } from "./tidy/unequal.js";
import { withoutWrongIndex } from "./tidy/without-index.js";
import { readBy } from "./walk.js";

/** The Rego v1 module of a policy, with `violation` as its entry point. Generators must be inlined. */
export function toRego(policy: Verified<Policy>): string {
  const cx = new Context({ holds, fails, value, total, ways }, localsOf(policy));
  for (const { name, params } of policy.functions) cx.functionName(name, params);
  const found = violations(policy.body, [], cx);
  const rules = found.length === 0 ? [neverViolated] : found;
  const functions = policy.functions.map((fn) => functionRule(fn, cx));
  const [first, ...others] = rules;
  const commented = first === undefined ? [] : [{ ...first, comment: policy.title }, ...others];
  return printRego({
    package: policy.constraintKind.toLowerCase(),
    rules: settled([...commented, ...functions], cx.helpers),
  });
}

/** Gatekeeper refuses a template without a rule of this name, and OPA has nothing to evaluate. */
const neverViolated: Rule = {
  kind: "contains",
  name: "violation",
  element: { kind: "object", entries: [["msg", scalar("never")]] },
  body: [{ kind: "expr", term: scalar(false), negated: false }],
};

function functionRule(fn: FunctionIR, cx: Context): Rule {
  const args = fn.params.map((param) => snakeCase(param.name));
  const name = cx.functionName(fn.name);
  const body = fn.body.kind === "value" ? definitions(fn.body.value, cx) : [];
  const comment = fn.doc === undefined ? {} : { comment: inLines(fn.doc, 100) };
  const promises = fn.body.kind === "value" ? promisesOf([fn.body.value], body) : {};
  return { kind: "function", name, args, ways: besideArguments(args, body), ...comment, ...promises };
}

/** A predicate is defined by its condition; `else` is for what may be one of several values. */
function definitions(
  body: Extract<FunctionIR["body"], { kind: "value" }>["value"],
  cx: Context,
): readonly Way[] {
  if (body.type.kind !== "boolean") return ways(body, cx);
  return alternatives(body, cx, manyDefinitions).map((condition) => ({
    body: condition.length === 0 ? [{ kind: "expr", term: scalar(true), negated: false }] : condition,
  }));
}

function settled(rules: readonly Rule[], helpers: readonly Rule[]): readonly Rule[] {
  const names = namedByAliases(helpers, [...rules, ...helpers]);
  const ours = new Set(helpers.map(({ name }) => name));
  const single = withoutTwins([...rules, ...helpers].map(withoutAliases), ours);
  const isOurs = ({ name }: Rule): boolean => ours.has(name);
  const all = shortenHelpers(
    single.filter((rule) => !isOurs(rule)),
    single.filter(isOurs),
  );
  const read = reachable(renamedRules(all, names).map(finished));
  const partial = withPartialRules(read);
  const named = withNamedReads(partial === read ? read : reachable(partial.map(finished)));
  const short = shortenAll(withNamedFallbacks(named.map((rule) => withReadArguments(withShownReads(rule)))));
  const everywhere = new Set(["input", "data", ...short.map(({ name }) => name)]);
  return short.map((rule) => withTypedElements(withoutWrongIndex(rule, everywhere)));
}

/** Each body with the calls that a person would use, without what nobody reads, its lines in order. */
function finished(written: Rule): Rule {
  const rule = withFilteredLoops(written);
  if (rule.kind === "contains") return mapWays(rule, (way) => finishedWay(way, []));
  const ways = rule.ways.map((way) => finishedWay(way, rule.args));
  return withKnownArguments(withReadArguments({ ...rule, ways }));
}

/** `opa check --strict` wants no name for what nobody reads. */
function withReadArguments<R extends Rule>(rule: R): R {
  if (rule.kind === "contains") return rule;
  const read = readBy(rule.ways);
  return { ...rule, args: rule.args.map((arg) => (read.has(arg) ? arg : "_")) };
}

function finishedWay(way: Way, args: readonly string[]): Way {
  const written = withPrefixLists(withTrimmedAffixes(withListsInPlace(withPlainReferences(way))));
  const body = arrange(tidy(written.body, written.value));
  return withCallsInPlace({ ...written, body: withOneTestOfUnequal(body, args) });
}

/** Every name that the policy or one of its functions binds. */
function localsOf({ body, functions }: Policy): ReadonlySet<string> {
  const params = functions.flatMap((fn) => fn.params);
  const inFunctions = functions.flatMap((fn) => (fn.body.kind === "value" ? bindingsIn(fn.body.value) : []));
  const bound = [...bindingsInStream(body), ...inFunctions].map(({ binder }) => binder);
  return new Set([...params, ...bound].flatMap(({ name }) => [unnumbered(name), name]));
}
