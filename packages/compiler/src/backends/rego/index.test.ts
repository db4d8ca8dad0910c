import { startOf } from "@policyc/diagnostics";
import {
  booleanType,
  type CompareOperator,
  type Expr,
  type FunctionIR,
  type IntrinsicName,
  integerType,
  intrinsics,
  optional,
  type Policy,
  type Stream,
  stringType,
  type Type,
  verify,
} from "@policyc/ir";
import { expect, test } from "vitest";
import { regoPasses, runPasses } from "../../passes/index.js";
import { toRego } from "./index.js";

const span = startOf("policy.ts");
const record: Type = { kind: "record", name: "Object" };
const texts: Type = { kind: "list", element: stringType };

const object: Expr = { kind: "input", root: "object", type: record, span };
const params: Expr = { kind: "input", root: "params", type: record, span };
const literal = (value: string | number | boolean): Expr => ({
  kind: "literal",
  value,
  type: typeof value === "string" ? stringType : typeof value === "number" ? integerType : booleanType,
  span,
});
const local = (name: string, type: Type = stringType): Expr => ({ kind: "local", name, type, span });
const field = (of: Expr, name: string, type: Type = stringType): Expr => ({
  kind: "field",
  of,
  name,
  type,
  span,
});
const maybe = (of: Expr, name: string, type: Type = stringType): Expr => field(of, name, optional(type));
const path = (...names: readonly string[]): Expr =>
  names.reduce<Expr>((of, name) => field(of, name, record), object);
const compare = (operator: CompareOperator, left: Expr, right: Expr): Expr => ({
  kind: "compare",
  operator,
  left,
  right,
  type: booleanType,
  span,
});
const logic = (operator: "and" | "or", ...operands: readonly Expr[]): Expr => ({
  kind: "logic",
  operator,
  operands,
  type: booleanType,
  span,
});
const not = (operand: Expr): Expr => ({ kind: "not", operand, type: booleanType, span });
const present = (of: Expr): Expr => ({ kind: "present", of, type: booleanType, span });
const orElse = (of: Expr, fallback: Expr): Expr => ({
  kind: "coalesce",
  of,
  fallback,
  type: fallback.type,
  span,
});
const list = (...values: readonly Expr[]): Expr => ({
  kind: "list",
  items: values.map((value) => ({ spread: false, value })),
  type: texts,
  span,
});
const call = (intrinsic: IntrinsicName, ...args: readonly Expr[]): Expr => ({
  kind: "call",
  intrinsic,
  args,
  type: intrinsics[intrinsic],
  span,
});
const concat = (...parts: readonly Expr[]): Expr => ({ kind: "concat", parts, type: stringType, span });
const quantify = (quantifier: "some" | "every", name: string, over: Expr, where: Expr): Expr => ({
  kind: "quantify",
  quantifier,
  iteration: { over, binder: { name, type: stringType } },
  where,
  type: booleanType,
  span,
});

const say = (message: string | Expr): Stream => ({
  kind: "violation",
  message: typeof message === "string" ? literal(message) : message,
  span,
});
const when = (test: Expr, then: Stream): Stream => ({ kind: "guard", when: test, then, span });
const each = (name: string, over: Expr, body: Stream, type: Type = record): Stream => ({
  kind: "each",
  iteration: { over, binder: { name, type } },
  body,
  span,
});
const bind = (name: string, value: Expr, body: Stream): Stream => ({
  kind: "bind",
  binder: { name, type: value.type },
  value,
  body,
  span,
});

function rego(body: Stream, functions: readonly FunctionIR[] = []): string {
  const policy: Policy = {
    name: "sample",
    title: "Sample",
    description: "",
    severity: "low",
    controls: [],
    match: { kinds: [], operations: ["CREATE", "UPDATE"] },
    params: { schema: { type: "object" }, defaults: {} },
    constraintKind: "Sample",
    functions,
    body,
    span,
  };
  return toRego(runPasses(verify(policy), regoPasses))
    .replace("package sample\n\n# Sample\n", "")
    .trimEnd();
}

const t = maybe(path("metadata"), "t");
const u = maybe(path("metadata"), "u");

test("a loop with a quantifier below it, and a total message", () => {
  const repos = orElse(maybe(params, "repos", texts), list());
  const image = orElse(maybe(local("container", record), "image"), literal(""));
  const body = each(
    "container",
    field(path("spec"), "containers", { kind: "list", element: record }),
    bind(
      "image",
      image,
      when(
        not(quantify("some", "repo", repos, call("string.startsWith", local("image"), local("repo")))),
        say(concat(literal("bad <"), local("image"), literal(">"))),
      ),
    ),
  );
  expect(rego(body)).toMatchInlineSnapshot(`
    "violation contains {"msg": msg} if {
    	some container in input.review.object.spec.containers
    	image := object.get(container, "image", "")
    	not strings.any_prefix_match(image, object.get(input, ["parameters", "repos"], []))
    	msg := sprintf("bad <%v>", [image])
    }"
  `);
});

test("an optional field compared with text is a plain reference, and its negation denies it", () => {
  expect(
    rego({
      kind: "branch",
      test: compare("==", t, literal("x")),
      then: say("is x"),
      else: say("is not x"),
      span,
    }),
  ).toMatchInlineSnapshot(`
    "violation contains {"msg": "is x"} if input.review.object.metadata.t == "x"

    violation contains {"msg": "is not x"} if not input.review.object.metadata.t == "x""
  `);
});

test("two optional fields are compared as values: absent equals absent", () => {
  expect(rego(when(compare("==", t, u), say("same")))).toMatchInlineSnapshot(
    `
    "violation contains {"msg": "same"} if {
    	object.get(input.review.object, ["metadata", "t"], null) == object.get(input.review.object, ["metadata", "u"], null)
    }"
  `,
  );
});

test("presence of a field that may be false is not a plain reference", () => {
  expect(rego(when(present(maybe(path("spec"), "flag", booleanType)), say("set")))).toMatchInlineSnapshot(
    `"violation contains {"msg": "set"} if object.get(input.review.object, ["spec", "flag"], null) != null"`,
  );
});

test("several texts are a set", () => {
  expect(
    rego(when(logic("or", compare("==", t, literal("a")), compare("==", t, literal("b"))), say("a or b"))),
  ).toMatchInlineSnapshot(
    `"violation contains {"msg": "a or b"} if input.review.object.metadata.t in {"a", "b"}"`,
  );
});

test("the negation of a disjunction is a line for each part", () => {
  expect(
    rego(when(not(logic("or", compare("==", t, literal("a")), present(u))), say("neither"))),
  ).toMatchInlineSnapshot(`
    "violation contains {"msg": "neither"} if {
    	not input.review.object.metadata.t == "a"
    	not input.review.object.metadata.u
    }"
  `);
});

test("a function that holds has a definition for each way, with the author's comment", () => {
  const fn: FunctionIR = {
    name: "isExempt",
    doc: "Is it exempt?",
    params: [
      { name: "entry", type: stringType },
      { name: "image", type: stringType },
    ],
    body: {
      kind: "value",
      value: logic(
        "or",
        compare("==", local("entry"), literal("*")),
        call("string.startsWith", local("image"), local("entry")),
      ),
    },
    span,
  };
  const applied = (name: string): Expr => ({
    kind: "apply",
    function: "isExempt",
    args: [literal("a"), field(path("metadata"), name)],
    type: booleanType,
    span,
  });
  const both = logic("and", not(applied("name")), not(applied("namespace")));
  expect(rego(when(both, say("no")), [fn])).toMatchInlineSnapshot(`
    "violation contains {"msg": "no"} if {
    	not is_exempt("a", input.review.object.metadata.name)
    	not is_exempt("a", input.review.object.metadata.namespace)
    }

    # Is it exempt?
    is_exempt("*", _)

    is_exempt(entry, image) if startswith(image, entry)"
  `);
});

test("a choice as a message is a rule with an else", () => {
  const message: Expr = {
    kind: "conditional",
    test: compare("==", t, literal("x")),
    then: literal("X"),
    else: literal("other"),
    type: stringType,
    span,
  };
  expect(rego(say(message))).toMatchInlineSnapshot(`
    "violation contains {"msg": t_text}

    default t_text := "other"

    t_text := "X" if input.review.object.metadata.t == "x""
  `);
});

test("a generator is put in place of its calls", () => {
  const check: FunctionIR = {
    name: "check",
    params: [{ name: "what", type: stringType }],
    body: {
      kind: "stream",
      stream: when(compare("!=", local("what"), literal("a")), say(concat(literal("no "), local("what")))),
    },
    span,
  };
  const body: Stream = { kind: "delegate", function: "check", args: [field(path("metadata"), "name")], span };
  expect(rego(body, [check])).toMatchInlineSnapshot(`
    "violation contains {"msg": msg} if {
    	input.review.object.metadata.name != "a"
    	msg := sprintf("no %v", [input.review.object.metadata.name])
    }"
  `);
});

test("a policy that nothing can violate has the rule all the same", () => {
  expect(rego({ kind: "sequence", items: [], span })).toContain(
    'violation contains {"msg": "never"} if false',
  );
});

test("percent signs of the author are no verbs of sprintf", () => {
  expect(rego(say(concat(literal("100% of "), field(path("metadata"), "name"))))).toContain(
    'sprintf("100%% of %v"',
  );
});

test("a parameter named like a built-in gives way", () => {
  const fn: FunctionIR = {
    name: "short",
    params: [{ name: "count", type: stringType }],
    body: { kind: "value", value: compare("<", call("string.length", local("count")), literal(3)) },
    span,
  };
  const applied = (name: string): Expr => ({
    kind: "apply",
    function: "short",
    args: [field(path("metadata"), name)],
    type: booleanType,
    span,
  });
  const both = logic("and", applied("name"), applied("namespace"));
  expect(rego(when(both, say("short")), [fn])).toContain("short(count_value) if count(count_value) < 3");
});

test("a function that always looks at the same part of the request is a rule", () => {
  const fn: FunctionIR = {
    name: "isLong",
    params: [{ name: "name", type: stringType }],
    body: { kind: "value", value: compare(">", call("string.length", local("name")), literal(9)) },
    span,
  };
  const applied: Expr = {
    kind: "apply",
    function: "isLong",
    args: [field(path("metadata"), "name")],
    type: booleanType,
    span,
  };
  expect(rego(when(applied, say("long")), [fn])).toMatchInlineSnapshot(`
    "violation contains {"msg": "long"} if is_long

    is_long if count(input.review.object.metadata.name) > 9"
  `);
});

test("a function that is always given the same list reads the rule of that list", () => {
  const all: FunctionIR = {
    name: "all",
    params: [{ name: "of", type: record }],
    body: {
      kind: "value",
      value: orElse(maybe(local("of", record), "names", texts), list()),
    },
    span,
  };
  const given: Expr = { kind: "apply", function: "all", args: [path("metadata")], type: texts, span };
  const isAmong: FunctionIR = {
    name: "isAmong",
    params: [
      { name: "name", type: stringType },
      { name: "others", type: texts },
    ],
    body: {
      kind: "value",
      value: call("list.includes", local("others", texts), local("name")),
    },
    span,
  };
  const applied = (name: string): Expr => ({
    kind: "apply",
    function: "isAmong",
    args: [literal(name), local("given", texts)],
    type: booleanType,
    span,
  });
  const body = bind("given", given, when(applied("a"), when(not(applied("b")), say("a"))));
  expect(rego(body, [all, isAmong])).toContain("is_among(name) if name in all");
});

test("a loop over records that are made out of lists is a rule for each list", () => {
  const made = (role: string, over: string): Expr => ({
    kind: "collect",
    iteration: { over: field(path("spec"), over, texts), binder: { name: "name", type: stringType } },
    value: {
      kind: "record",
      entries: [
        { name: "role", value: literal(role) },
        { name: "name", value: local("name") },
      ],
      type: record,
      span,
    },
    flatten: false,
    into: "list",
    type: { kind: "list", element: record },
    span,
  });
  const roles: FunctionIR = {
    name: "roles",
    params: [],
    body: {
      kind: "value",
      value: {
        kind: "list",
        items: [
          { spread: true, value: made("first", "firsts") },
          { spread: true, value: made("second", "seconds") },
        ],
        type: { kind: "list", element: record },
        span,
      },
    },
    span,
  };
  const one = local("one", record);
  const over: Expr = {
    kind: "apply",
    function: "roles",
    args: [],
    type: { kind: "list", element: record },
    span,
  };
  const body = each(
    "one",
    over,
    when(
      call("string.startsWith", field(one, "name"), literal("x")),
      say(concat(field(one, "role"), literal(" "), field(one, "name"))),
    ),
  );
  expect(rego(body, [roles])).toMatchInlineSnapshot(`
    "violation contains {"msg": msg} if {
    	some name in input.review.object.spec.firsts
    	startswith(name, "x")
    	msg := sprintf("first %v", [name])
    }

    violation contains {"msg": msg} if {
    	some name in input.review.object.spec.seconds
    	startswith(name, "x")
    	msg := sprintf("second %v", [name])
    }"
  `);
});

test("elements that a function leaves out before several violations are left out once", () => {
  const all: FunctionIR = {
    name: "all",
    params: [],
    body: { kind: "value", value: orElse(maybe(path("spec"), "names", texts), list()) },
    span,
  };
  const isLong: FunctionIR = {
    name: "isLong",
    params: [{ name: "text", type: stringType }],
    body: { kind: "value", value: compare(">", call("string.length", local("text")), literal(9)) },
    span,
  };
  const apply = (name: string, type: Type, ...args: readonly Expr[]): Expr => ({
    kind: "apply",
    function: name,
    args,
    type,
    span,
  });
  const body = each(
    "name",
    apply("all", texts),
    when(apply("isLong", booleanType, local("name")), {
      kind: "sequence",
      items: [say(local("name")), say(concat(local("name"), literal("!")))],
      span,
    }),
  );
  expect(rego(body, [all, isLong])).toContain(
    "candidates := [name |\n\tsome name in input.review.object.spec.names\n\tis_long(name)\n]",
  );
});

test("what every element has to have is asked as what none may lack, where a rule would be needed for each", () => {
  const fits = logic(
    "or",
    compare("==", local("name"), literal("a")),
    call("string.startsWith", local("name"), literal("b")),
  );
  const all: Expr = {
    kind: "quantify",
    quantifier: "every",
    iteration: { over: path("names"), binder: { name: "name", type: stringType } },
    where: fits,
    type: booleanType,
    span,
  };
  expect(rego(when(all, say("fits")))).toMatchInlineSnapshot(`
    "violation contains {"msg": "fits"} if not failing_name

    failing_name if {
    	some name in input.review.object.names
    	name != "a"
    	not startswith(name, "b")
    }"
  `);
});

test("what the tests of a list have named stands for it in what the list is of, too", () => {
  const problem: FunctionIR = {
    name: "problem",
    params: [{ name: "name", type: stringType }],
    body: { kind: "value", value: maybe(path("problems"), "first") },
    span,
  };
  const found: Expr = {
    kind: "apply",
    function: "problem",
    args: [local("name")],
    type: optional(stringType),
    span,
  };
  const named = (body: Expr): Expr => ({
    kind: "let",
    binder: { name: "p", type: found.type },
    value: found,
    body,
    type: body.type,
    span,
  });
  const problems: Expr = {
    kind: "collect",
    iteration: { over: path("names"), binder: { name: "name", type: stringType } },
    where: named(present(local("p", found.type))),
    value: named(concat(local("name"), literal(" "), local("p"))),
    flatten: false,
    into: "list",
    type: texts,
    span,
  };
  const written = rego(say(call("list.join", problems, literal(", "))), [problem]);
  expect(written.match(/\bp := .*|\[sprintf.*/g)).toEqual([
    '[sprintf("%v %v", [name, p]) |',
    "p := problem(name)",
  ]);
});

test("the same policy gives the same text", () => {
  const body = when(
    logic("or", logic("and", present(t), present(u)), compare("==", t, literal("x"))),
    say("m"),
  );
  expect(rego(body)).toBe(rego(body));
});
