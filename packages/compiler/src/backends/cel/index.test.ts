import { type Expr, optional, type Stream, stringType, type Type } from "@policyc/ir";
import { describe, expect, test } from "vitest";
import { celPasses, runPasses } from "../../passes/index.js";
import { make, policyOf } from "../../passes/tree/test-policy.js";
import { type CelProgram, toCel } from "./index.js";

const { concat, each, equals, field, guard, input, local, or, some, text, violation } = make;
const list: Type = { kind: "list", element: { kind: "record", name: "Container" } };
const spec = field(input("object"), "spec", { kind: "record", name: "PodSpec" });
const containers = or(field(spec, "initContainers", optional(list)), {
  kind: "list",
  items: [],
  type: list,
  span: make.span,
});

function celOf(
  body: Stream,
  params: Parameters<typeof celPasses>[0] = {},
  functions: Parameters<typeof policyOf>[1] = [],
): CelProgram {
  return toCel(runPasses(policyOf(body, functions), celPasses(params)), {
    minKubernetes: "1.30",
    unsayable: (_, what) => expect.fail(what),
  });
}

function variable(program: CelProgram, name: string): string | undefined {
  return program.variables.find((candidate) => candidate.name === name)?.expression;
}

describe("a policy in CEL", () => {
  test("one requirement with a known message is a plain validation", () => {
    const program = celOf(
      guard(equals(field(spec, "type", optional(stringType)), text("NodePort")), violation(text("no"))),
    );
    expect(program).toEqual({
      variables: [],
      expression: 'object.spec.?type.orValue("") != "NodePort"',
      message: "no",
    });
  });

  test("a loop filters and maps; what may be missing is read as an optional", () => {
    const container = local("container", { kind: "record", name: "Container" });
    const program = celOf(
      each(
        containers,
        "container",
        guard(
          equals(field(container, "image", optional(stringType)), text("x")),
          violation(concat(text("bad "), field(container, "name"))),
        ),
        { kind: "record", name: "Container" },
      ),
    );
    expect(variable(program, "violations")?.replace(/\s+/g, " ")).toBe(
      'object.spec.?initContainers.orValue([]) .filter(container, container.?image.orValue("") == "x") .map(container, "bad " + container.name)',
    );
    expect(program.expression).toBe("variables.violations.size() == 0");
  });

  test("a long value that the question and the message read is written once, a short one is read in place", () => {
    const container = local("container", { kind: "record", name: "Container" });
    const chosen = (rest: number): Expr => ({
      kind: "conditional",
      test: equals(field(container, "name"), text(`name ${rest}`)),
      then: text(`said ${rest}`),
      else: rest === 0 ? field(container, "image") : chosen(rest - 1),
      type: stringType,
      span: make.span,
    });
    const said = (value: Expr): string | undefined => {
      const read = local("read");
      const asked = guard(equals(read, text("x")), violation(concat(text("bad "), read)));
      const type: Type = { kind: "record", name: "Container" };
      const program = celOf(each(containers, "container", make.bind("read", value, asked), type));
      return variable(program, "violations")?.replace(/\s+/g, " ");
    };
    expect(said(chosen(9))).toMatch(
      / \.map\(container, \[.* \]\.map\(read, read == "x" \? "bad " \+ read\.replace\("\\n", " "\) : ""\)\[0\] \) \.filter\(message, message != ""\)$/,
    );
    expect(said(field(container, "image"))).toContain('.filter(container, container.image == "x")');
  });

  test("of what is asked of one text, that which few pass stands first", () => {
    const name = local("name");
    const asked: Expr = {
      kind: "logic",
      operator: "and",
      operands: [make.differs(name, text("x")), equals(name, text("y"))],
      type: { kind: "boolean" },
      span: make.span,
    };
    const program = celOf(
      each(field(input("object"), "names", make.texts), "name", guard(asked, violation(name))),
    );
    expect(variable(program, "violations")).toContain('filter(name, name == "y" && name != "x")');
  });

  test("a map below two fields of the object has a name for the loops that read its values", () => {
    const metadata = field(input("object"), "metadata", { kind: "record", name: "ObjectMeta" });
    const labels = field(metadata, "labels", { kind: "map", value: stringType });
    const program = celOf(
      each(labels, "value", guard(equals(local("value"), text("x")), violation(text("no")))),
    );
    expect(variable(program, "labels")).toBe("object.metadata.?labels.orValue({})");
    expect(variable(program, "violations")).toContain('filter(valueKey, variables.labels[valueKey] == "x")');
  });

  test("a message of unknown length is cut, and the part of unknown content kept on one line", () => {
    const program = celOf(violation(concat(text("x "), field(spec, "hostname"))));
    expect(variable(program, "violations")).toContain('"x " + object.spec.hostname.replace("\\n", " ")');
    expect(variable(program, "message")).toBe('variables.violations.join("; ")');
    expect(program.messageExpression).toContain("bytes(variables.message).size() <= 5120");
  });

  test("messages with several parts of unknown content are kept on one line together", () => {
    const program = celOf(violation(concat(field(spec, "hostname"), text(" on "), field(spec, "nodeName"))));
    expect(variable(program, "message")).toBe('variables.violations.join("; ").replace("\\n", " ")');
  });

  test("a container's name and what it asks for are on one line", () => {
    const container = local("container", { kind: "record", name: "Container | EphemeralContainer" });
    const resources = field(container, "resources", { kind: "record", name: "ResourceRequirements" });
    const limit: Expr = {
      kind: "index",
      of: field(resources, "limits", { kind: "map", value: stringType }),
      key: text("cpu"),
      type: stringType,
      span: make.span,
    };
    const program = celOf(
      each(containers, "container", violation(concat(field(container, "name"), limit)), container.type),
    );
    expect(variable(program, "message")).toBe('variables.violations.join("; ")');
  });

  test("a message that may be blank falls back to the title", () => {
    expect(variable(celOf(violation(field(spec, "hostname"))), "violations")).toContain('"The title"');
  });

  test("a parameter that is a list keeps its name; a function's name is kept for its value", () => {
    const repos = field(input("params"), "repos", make.texts);
    const isBad = make.fn("isBad", "image", some(repos, "repo", make.differs(local("repo"), local("image"))));
    const name = field(input("object"), "apiVersion");
    const bad = make.apply("isBad", { kind: "boolean" }, name);
    const program = celOf(
      make.sequence(guard(bad, violation(text("a"))), guard(bad, violation(text("b")))),
      { repos: ["x", "y", "z"] },
      [isBad],
    );
    expect(program.variables.map((each) => each.name)).toEqual(["repos", "isBad", "violations"]);
    expect(variable(program, "isBad")).toBe("variables.repos.exists(repo, repo != object.apiVersion)");
  });

  test("values of different types in one record are made dyn: Kubernetes refuses mixed literals", () => {
    const entry = {
      kind: "record",
      entries: [
        { name: "role", value: text("main") },
        { name: "name", value: field(local("c", { kind: "record", name: "C" }), "name") },
      ],
      type: { kind: "record", name: "object" },
      span: make.span,
    } as const;
    const over = {
      kind: "collect",
      iteration: { over: containers, binder: { name: "c", type: { kind: "record", name: "C" } } },
      value: entry,
      flatten: false,
      into: "list",
      type: list,
      span: make.span,
    } as const;
    const loop = each(
      over,
      "entry",
      violation(concat(field(local("entry", { kind: "record", name: "E" }), "role"), text("!"))),
      { kind: "record", name: "E" },
    );
    expect(variable(celOf(loop), "violations")).toContain('{"role": dyn("main"), "name": c.name}');
  });

  test("a reserved word as the author's name gets another", () => {
    const program = celOf(
      each(field(spec, "names", make.texts), "namespace", violation(concat(text("n "), local("namespace")))),
    );
    expect(variable(program, "violations")).toContain('"n " + namespaceValue');
  });
});
