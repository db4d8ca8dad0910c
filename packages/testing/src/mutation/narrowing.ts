import { type Expr, expressionsIn, expressionsInStream, mayBeAbsent, type Policy } from "@policyc/ir";

/**
 * The tests for presence that are lost where a condition is decided: `x !== undefined && …` that always holds no
 * longer tells TypeScript that `x` is there.
 */
export function presenceLost(expr: Expr, answer: boolean): readonly Expr[] {
  switch (expr.kind) {
    case "present":
      return answer ? [expr.of] : [];
    case "not":
      return presenceLost(expr.operand, !answer);
    case "logic":
      return answer === (expr.operator === "and")
        ? expr.operands.flatMap((operand) => presenceLost(operand, answer))
        : [];
    case "compare":
      return answer === (expr.operator === "!=") ? comparedWithAbsence(expr) : [];
    default:
      return [];
  }
}

function comparedWithAbsence({ left, right }: Extract<Expr, { kind: "compare" }>): readonly Expr[] {
  if (right.kind === "absent") return [left];
  return left.kind === "absent" ? [right] : [];
}

/** What a policy reads as being there although it may be absent: such reads need a test before them. */
export function narrowedReads(policy: Policy): (expr: Expr) => boolean {
  const there = new Set<string>();
  for (const expr of expressionsOf(policy)) {
    const key = mayBeAbsent(expr.type) ? undefined : pathOf(expr);
    if (key !== undefined) there.add(key);
  }
  return (expr) => there.has(pathOf(expr) ?? "");
}

function* expressionsOf({ body, functions }: Policy): Generator<Expr, void> {
  yield* expressionsInStream(body);
  for (const fn of functions)
    if (fn.body.kind === "value") yield* expressionsIn(fn.body.value);
    else yield* expressionsInStream(fn.body.stream);
}

/** The same text for the same place, wherever it is read. */
function pathOf(expr: Expr): string | undefined {
  switch (expr.kind) {
    case "input":
      return expr.root;
    case "local":
      return `local ${expr.name}`;
    case "field":
      return below(expr.of, expr.name);
    case "index":
      return below(expr.of, expr.key.kind === "literal" ? String(expr.key.value) : pathOf(expr.key));
    default:
      return undefined;
  }
}

function below(of: Expr, step: string | undefined): string | undefined {
  const path = pathOf(of);
  return path === undefined || step === undefined ? undefined : `${path} ${step}`;
}
