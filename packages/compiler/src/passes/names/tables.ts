import { type Bind, type Expr, type FunctionIR, numbered, type Policy, type Stream } from "@policyc/ir";
import { fingerprint } from "../tree/fingerprint.js";
import { FreshNames } from "../tree/fresh-names.js";
import { namesGivenIn } from "../tree/given-names.js";
import type { Pass } from "../tree/pass.js";
import { rewritePolicy } from "../tree/rewrite.js";
import { substituteInStream } from "../tree/substitute.js";

/**
 * Constants of a module with more in them than stands well in a line, each written once and called what the author
 * calls it: rules of Rego.
 */
export const tablesAsRules: Pass = {
  name: "tables-as-rules",
  concerns: ["list", "record"],
  run: (policy) => {
    const names = new RuleNames(policy);
    const rules: FunctionIR[] = [];
    const tables = new Tables((table) => {
      const { doc, span } = table;
      const name = names.unique(table.name);
      const said = doc === undefined ? {} : { doc };
      rules.push({ name, params: [], body: { kind: "value", value: table }, span, ...said });
      return { kind: "apply", function: name, args: [], type: table.type, span };
    });
    const { functions, body } = tables.named(policy);
    return rules.length === 0 ? policy : { ...policy, functions: [...rules, ...functions], body };
  },
};

/** The same for CEL, where they are variables. */
export const tablesAsVariables: Pass = {
  name: "tables-as-variables",
  concerns: ["list", "record"],
  run: (policy) => {
    const names = FreshNames.of(policy);
    const binds: Omit<Bind, "body">[] = [];
    const tables = new Tables((table) => {
      const { doc, span, type } = table;
      const binder = { name: names.unique(table.name), type, ...(doc === undefined ? {} : { doc }) };
      binds.push({ kind: "bind", binder, value: table, span });
      return { kind: "local", name: binder.name, type, span };
    });
    const body = withoutAliases(tables.named(policy).body);
    if (binds.length === 0) return policy;
    return { ...policy, body: binds.reduceRight<Stream>((inner, bind) => ({ ...bind, body: inner }), body) };
  },
};

/** Without the variables that would be nothing but a table. */
function withoutAliases(stream: Stream): Stream {
  if (stream.kind !== "bind") return stream;
  const body = withoutAliases(stream.body);
  return stream.value.kind === "local"
    ? substituteInStream(body, new Map([[stream.binder.name, stream.value]]))
    : { ...stream, body };
}

type Table = Extract<Expr, { readonly kind: "list" | "record" }> & { readonly name: string };

/** What stands for each table, by what is in it. */
class Tables {
  readonly #declare: (table: Table) => Expr;
  readonly #declared = new Map<string, Expr>();
  readonly #references = new Set<Expr>();

  constructor(declare: (table: Table) => Expr) {
    this.#declare = declare;
  }

  named(policy: Policy): Policy {
    return rewritePolicy(policy, { expression: (expr) => this.#reference(expr) });
  }

  #reference(expr: Expr): Expr {
    if (!isTable(expr) || !this.#isConstant(expr)) return expr;
    const key = `${expr.name} ${fingerprint(expr)}`;
    const reference = this.#declared.get(key) ?? this.#declare(expr);
    this.#declared.set(key, reference);
    this.#references.add(reference);
    return reference;
  }

  #isConstant(expr: Expr): boolean {
    if (expr.kind === "list")
      return expr.items.every(({ spread, value }) => !spread && this.#isConstant(value));
    if (expr.kind === "record") return expr.entries.every(({ value }) => this.#isConstant(value));
    return expr.kind === "literal" || this.#references.has(expr);
  }
}

const few = 3;

/** Has it a name, and more in it than is read where it is asked: three texts, or an object with one field? */
function isTable(expr: Expr): expr is Table {
  if (expr.kind === "record") return expr.name !== undefined && expr.entries.length > 1;
  if (expr.kind !== "list" || expr.name === undefined) return false;
  return expr.items.length > few || expr.items.some(({ value }) => value.kind !== "literal");
}

/** Names of rules: none that a function, its parameters or a value of the policy has. */
class RuleNames {
  readonly #taken: Set<string>;

  constructor(policy: Policy) {
    this.#taken = new Set(namesGivenIn(policy));
  }

  unique(wanted: string): string {
    const base = this.#taken.has(wanted) ? `known_${wanted}` : wanted;
    const name = numbered(base, (one) => this.#taken.has(one));
    this.#taken.add(name);
    return name;
  }
}
