import {
  type CallExpression,
  type Expression,
  type Identifier,
  Node,
  SyntaxKind,
  type Symbol as TsSymbol,
  type VariableStatement,
} from "ts-morph";
import { isLoop, type LoopStatement } from "../loops.js";
import { resolve } from "../resolve.js";
import { keptWithChecker } from "../types/kept.js";
import { bare } from "./bare.js";
import { statementOf, usesOf } from "./variable-uses.js";

/**
 * `const seen = new Set<string>();` that one loop, perhaps in others, asks for a value and then adds it to; or a list,
 * by `includes` and `push`.
 */
export interface SeenSet {
  readonly symbol: TsSymbol;
  readonly value: Expression;
  /** The loops around, the outermost first. */
  readonly loops: readonly LoopStatement[];
}

/** Nothing where the set is anything more than that. */
export const seenSetOf: (node: VariableStatement) => SeenSet | undefined = keptWithChecker(
  (node: VariableStatement) => {
    const [declaration, another] = node.getDeclarations();
    const made = declaration?.getInitializer();
    const name = declaration?.getNameNode();
    const methods = made === undefined ? undefined : methodsOfEmpty(bare(made));
    if (methods === undefined || another !== undefined || !Node.isIdentifier(name)) return undefined;
    const symbol = resolve(name);
    const uses = usesOf(name, node);
    const calls = uses.flatMap((use) => callOn(use) ?? []);
    const [added, addedAgain] = calls.filter((call) => methodOf(call) === methods.adds);
    const isAsked = calls.some((call) => methodOf(call) === methods.asks);
    // What is only added to is a list like any other.
    if (methods.adds === "push" && !isAsked) return undefined;
    const value = added?.getArguments()[0];
    const isSimple = calls.every(
      (call) =>
        call.getArguments()[0]?.getText() === value?.getText() &&
        call.getArguments().length === 1 &&
        (call === added || (methodOf(call) === methods.asks && isBefore(call, added))),
    );
    if (symbol === undefined || added === undefined || addedAgain !== undefined || !isSimple)
      return undefined;
    if (calls.length < uses.length || !Node.isExpressionStatement(added.getParent())) return undefined;
    const loops = loopsAround(added, node);
    return loops.length > 0 && Node.isExpression(value) ? { symbol, value, loops } : undefined;
  },
);

interface Methods {
  readonly adds: "add" | "push";
  readonly asks: "has" | "includes";
}

/** Of a set or a list that has nothing in it yet. */
function methodsOfEmpty(made: Expression): Methods | undefined {
  if (Node.isArrayLiteralExpression(made))
    return made.getElements().length === 0 ? { adds: "push", asks: "includes" } : undefined;
  const isSet = Node.isNewExpression(made) && made.getExpression().getText() === "Set";
  return isSet && made.getArguments().length === 0 ? { adds: "add", asks: "has" } : undefined;
}

/** Does a loop fill such a set, itself or by a loop in it? */
export const fillsSeenSet: (loop: LoopStatement) => boolean = keptWithChecker((loop: LoopStatement) =>
  loop
    .getDescendantsOfKind(SyntaxKind.ExpressionStatement)
    .some((one) => addedToSeen(one.getExpression())?.set.loops.includes(loop) ?? false),
);

export function seenSetCalled(node: Expression): SeenSet | undefined {
  const statement = Node.isIdentifier(node) ? statementOf(node) : undefined;
  return statement === undefined ? undefined : seenSetOf(statement);
}

/** `seen.add(value)`, `seen.push(value)`. */
export function addedToSeen(node: Node): { readonly set: SeenSet; readonly value: Expression } | undefined {
  if (!Node.isCallExpression(node) || !/^(?:add|push)$/.test(methodOf(node) ?? "")) return undefined;
  const callee = node.getExpression();
  const set = Node.isPropertyAccessExpression(callee) ? seenSetCalled(callee.getExpression()) : undefined;
  return set === undefined ? undefined : { set, value: set.value };
}

function callOn(use: Identifier): CallExpression | undefined {
  const access = use.getParent();
  const call = access?.getParent();
  const isCall = Node.isPropertyAccessExpression(access) && access.getExpression() === use;
  return isCall && Node.isCallExpression(call) && call.getExpression() === access ? call : undefined;
}

function methodOf(call: CallExpression): string | undefined {
  const callee = call.getExpression();
  return Node.isPropertyAccessExpression(callee) ? callee.getName() : undefined;
}

/** Is the set asked in the same loop, before it is added to? */
function isBefore(call: CallExpression, added: CallExpression | undefined): boolean {
  if (added === undefined || call.getPos() > added.getPos()) return false;
  const around = (node: Node): Node | undefined =>
    node.getFirstAncestor((one) => isLoop(one) || Node.isFunctionLikeDeclaration(one));
  return around(call) === around(added);
}

function loopsAround(node: Node, from: VariableStatement): readonly LoopStatement[] {
  const block = from.getParent();
  const ancestors = node.getAncestors();
  const between = ancestors.slice(0, block === undefined ? 0 : ancestors.indexOf(block));
  const isInFunction = between.some((one) => Node.isFunctionLikeDeclaration(one));
  return isInFunction ? [] : between.filter(isLoop).reverse();
}
