import { type Expr, expressionsIn, type Stream, stringType, substitute } from "@policyc/ir";
import { elementType, field, local } from "../../build/nodes.js";
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
      const turn = flatten ? violationsOf(value, cx) : violationOf(value);
      const body: Stream = where === undefined ? turn : { kind: "guard", when: where, then: turn, span };
      return { kind: "each", iteration, body, span };
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

/** Is a list that statements fill part of one other list alone? */
function isReadOnce(name: string, body: Expr): boolean {
  const isRead = (expr: Expr): boolean => expr.kind === "local" && expr.name === name;
  const isSpread = (expr: Expr): boolean =>
    expr.kind === "let"
      ? isSpread(expr.value) || isSpread(expr.body)
      : expr.kind === "list" && expr.items.some(({ spread, value }) => spread && isRead(value));
  return isSpread(body) && expressionsIn(body).filter(isRead).length === 1;
}
