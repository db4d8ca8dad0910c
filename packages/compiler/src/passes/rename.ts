import { type Binder, type Expr, mapChildren, mapStream, type Stream, standIn } from "@policyc/ir";

/** Hands out binder names that are new to a policy. */
export class FreshNames {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  fresh(wanted: string): string {
    const stem = wanted.replace(/_\d+$/, "");
    let name = wanted;
    for (let number = 2; this.#taken.has(name); number++) name = `${stem}_${number}`;
    this.#taken.add(name);
    return name;
  }
}

/** Names that an inlined body reads or binds, each with what stands for it now. */
export type Substitution = ReadonlyMap<string, Expr>;

/** A copy of an expression with its own binders renamed, and the given names replaced. */
export function instantiate(expr: Expr, given: Substitution, names: FreshNames): Expr {
  if (expr.kind === "local") return standIn(expr, given.get(expr.name));
  if (expr.kind === "let") {
    const { binder, inner } = rebind(expr.binder, given, names, expr);
    return {
      ...expr,
      binder,
      value: instantiate(expr.value, given, names),
      body: instantiate(expr.body, inner, names),
    };
  }
  if (expr.kind === "quantify" || expr.kind === "collect") {
    const over = instantiate(expr.iteration.over, given, names);
    const { binder, inner } = rebind(expr.iteration.binder, given, names, expr);
    const key = expr.iteration.key === undefined ? undefined : rebind(expr.iteration.key, inner, names, expr);
    const iteration = { over, binder, ...(key === undefined ? {} : { key: key.binder }) };
    const scope = key?.inner ?? inner;
    const body = mapChildren(expr, (child) =>
      child === expr.iteration.over ? over : instantiate(child, scope, names),
    );
    return body.kind === "quantify" || body.kind === "collect" ? { ...body, iteration } : body;
  }
  return mapChildren(expr, (child) => instantiate(child, given, names));
}

/** The same for a stream. */
export function instantiateStream(stream: Stream, given: Substitution, names: FreshNames): Stream {
  const expr = (child: Expr): Expr => instantiate(child, given, names);
  if (stream.kind === "bind") {
    const value = expr(stream.value);
    const { binder, inner } = rebind(stream.binder, given, names, stream.value);
    return { ...stream, binder, value, body: instantiateStream(stream.body, inner, names) };
  }
  if (stream.kind === "each") {
    const over = expr(stream.iteration.over);
    const { binder, inner } = rebind(stream.iteration.binder, given, names, over);
    const key =
      stream.iteration.key === undefined ? undefined : rebind(stream.iteration.key, inner, names, over);
    const iteration = { over, binder, ...(key === undefined ? {} : { key: key.binder }) };
    return { ...stream, iteration, body: instantiateStream(stream.body, key?.inner ?? inner, names) };
  }
  return mapStream(stream, expr, (child) => instantiateStream(child, given, names));
}

function rebind(
  binder: Binder,
  given: Substitution,
  names: FreshNames,
  at: Expr,
): { binder: Binder; inner: Substitution } {
  const renamed = { ...binder, name: names.fresh(binder.name) };
  const local: Expr = { kind: "local", name: renamed.name, type: binder.type, span: at.span };
  return { binder: renamed, inner: new Map([...given, [binder.name, local]]) };
}

/** All names that a stream binds. */
export function bindersIn(stream: Stream): readonly string[] {
  const found: string[] = [];
  const visitExpr = (expr: Expr): Expr => {
    if (expr.kind === "let") found.push(expr.binder.name);
    if (expr.kind === "quantify" || expr.kind === "collect")
      found.push(
        expr.iteration.binder.name,
        ...(expr.iteration.key === undefined ? [] : [expr.iteration.key.name]),
      );
    return mapChildren(expr, visitExpr);
  };
  const visit = (child: Stream): Stream => {
    if (child.kind === "bind") found.push(child.binder.name);
    if (child.kind === "each")
      found.push(
        child.iteration.binder.name,
        ...(child.iteration.key === undefined ? [] : [child.iteration.key.name]),
      );
    return mapStream(child, visitExpr, visit);
  };
  visit(stream);
  return found;
}
