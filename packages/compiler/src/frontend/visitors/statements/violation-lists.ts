import { type Expr, expressionsIn, type Stream, stringType, substitute } from "@policyc/ir";
import { elementType, field, local, logic } from "../../build/nodes.js";
import type { Context } from "../../context.js";

/** `yield problem(c)`: the violation that a value is, whichever way it was made. */
export function violationOf(value: Expr): Stream {
  const { span } = value;
  if (value.kind === "let")
    return { kind: "bind", binder: value.binder, value: value.value, body: violationOf(value.body), span };
  if (value.kind === "conditional") {
    const [then, otherwise] = [violationOf(value.then), violationOf(value.else)];
    return { kind: "branch", test: value.test, then, else: otherwise, span };
  }
  return { kind: "violation", message: messageOf(value), span };
}

/** What a violation says that is a value. */
function messageOf(violation: Expr): Expr {
  const message =
    violation.kind === "record" ? violation.entries.find(({ name }) => name === "message") : undefined;
  return message?.value ?? field(violation, "message", stringType, violation.span);
}

/** `yield* list` of violations: each of them where the list has it, and no list where it is written out. */
export function violationsOf(list: Expr, cx: Context): Stream {
  const { span } = list;
  switch (list.kind) {
    case "list": {
      const items = list.items.map(({ spread, value }) =>
        spread ? violationsOf(value, cx) : violationOf(value),
      );
      return { kind: "sequence", items, span };
    }
    case "conditional": {
      const [then, otherwise] = [violationsOf(list.then, cx), violationsOf(list.else, cx)];
      return { kind: "branch", test: list.test, then, else: otherwise, span };
    }
    case "let": {
      const { binder, value, body } = list;
      if (isReadOnce(binder.name, body))
        return violationsOf(substitute(body, new Map([[binder.name, value]])), cx);
      return { kind: "bind", binder, value, body: violationsOf(body, cx), span };
    }
    case "collect": {
      const { iteration, where, value, flatten } = list;
      const said = (one: Expr): Stream => (flatten ? violationsOf(one, cx) : violationOf(one));
      return { kind: "each", iteration, body: saidWhere(where, value, said), span };
    }
    default: {
      const binder = { name: cx.names.unique("found"), type: elementType(list) };
      return {
        kind: "each",
        iteration: { over: list, binder },
        body: violationOf(local(binder, span)),
        span,
      };
    }
  }
}

/** What a turn says, and when. A `const` of the turn that both read is bound once, around the two. */
function saidWhere(where: Expr | undefined, value: Expr, said: (value: Expr) => Stream): Stream {
  const { span } = value;
  if (where === undefined) return said(value);
  const tests = where.kind === "logic" && where.operator === "and" ? where.operands : [where];
  const isShared = (test: Expr): boolean => test.kind === "let" && constsOf(value).includes(test.binder.name);
  if (value.kind !== "let" || !tests.some(isShared))
    return { kind: "guard", when: where, then: said(value), span };
  const { binder, value: bound } = value;
  const at = tests.findIndex((test) => test.kind === "let" && test.binder.name === binder.name);
  const own = tests[at];
  const inner = own?.kind === "let" ? logic("and", [own.body, ...tests.slice(at + 1)], span) : where;
  const body = saidWhere(inner, value.body, said);
  const around: Stream = { kind: "bind", binder, value: bound, body, span };
  return at > 0
    ? { kind: "guard", when: logic("and", tests.slice(0, at), span), then: around, span }
    : around;
}

/** The names of the `const`s that a value begins with. */
function constsOf(value: Expr): readonly string[] {
  return value.kind === "let" ? [value.binder.name, ...constsOf(value.body)] : [];
}

/** Is a list that statements fill part of one other list alone? */
function isReadOnce(name: string, body: Expr): boolean {
  const isRead = (expr: Expr): boolean => expr.kind === "local" && expr.name === name;
  const isSpread = (expr: Expr): boolean =>
    expr.kind === "let"
      ? isSpread(expr.value) || isSpread(expr.body)
      : expr.kind === "list" && expr.items.some(({ spread, value }) => spread && isRead(value));
  return isSpread(body) && expressionsIn(body).filter(isRead).length === 1;
}
