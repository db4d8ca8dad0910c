import { type Collector, type Diagnostic, defect, type Span } from "@policyc/diagnostics";
import { type Expr, type Invalid, type Iteration, type Stream, type Type, unknownType } from "@policyc/ir";
import type { Bound } from "./build/nodes.js";
import type { Functions } from "./functions/functions.js";
import type { SourceProject } from "./project/project.js";
import { type Meaning, Names, Scope } from "./scope.js";
import { type LeavingStatement, leftBy, loopsLeftBy } from "./syntax/left-by.js";
import { isLoop, type LoopStatement } from "./syntax/loops.js";
import { isA } from "./syntax/tree.js";
import {
  fromTypeScript,
  isDeclaredInteger,
  noTypeArguments,
  type TypeArguments,
} from "./types/from-typescript.js";
import { keptWithChecker } from "./types/kept.js";
import { readType } from "./types/read-type.js";
import { symbolAt } from "./types/symbols.js";
import { asInteger } from "./types/whole-numbers.js";
import { ts } from "./typescript.js";

/** How the context recurs: given by `visitors/table.ts`, so that no visitor imports another. */
export interface Visitors {
  readonly expression: (node: ts.Expression, cx: Context) => Expr;
  readonly condition: (node: ts.Expression, cx: Context) => Expr;
  /** The violations of a list of statements; `rest` is what follows where they end normally. */
  readonly statements: (nodes: readonly ts.Statement[], cx: Context, rest: (cx: Context) => Stream) => Stream;
  /** The value that a list of statements returns. */
  readonly result: (nodes: readonly ts.Statement[], cx: Context) => Expr;
  /** What later statements see of the variables that one changes; nothing where nobody can say. */
  readonly seenAfter: (node: ts.Statement, later: readonly ts.Statement[], cx: Context) => Opened | undefined;
}

/** What all functions of one policy share. */
export interface PolicyContext {
  readonly project: SourceProject;
  readonly collector: Collector;
  readonly visitors: Visitors;
  readonly functions: Functions;
}

/** What comes after a `switch`: where a `break` in it goes on. */
export interface AfterSwitch {
  readonly statements: readonly ts.Statement[];
  /** What follows those statements, of a generator. */
  readonly rest?: (cx: Context) => Stream;
}

/** What comes of a value that a generator yields. */
export type Yielded = (value: Expr, at: ts.Node) => Stream;

/** The turn of a loop, and what is around the loop. */
export interface Turn {
  readonly iteration: Iteration;
  readonly around: Context;
  /** The variables around the loop of which it is known what they are when the turn begins: the turn's own, as far as it goes. */
  readonly running?: readonly ts.Symbol[];
}

/** What a statement binds for those after it, and the context that sees it. */
export interface Opened {
  readonly bound: readonly Bound[];
  readonly inner: Context;
}

/** Where a visitor stands. */
interface Place {
  readonly scope: Scope;
  readonly names: Names;
  /** Inside a `for…of`, where `return` would end more than the loop's body. */
  readonly inLoop: boolean;
  readonly switches: ReadonlyMap<ts.SwitchStatement, AfterSwitch>;
  /** What a function returns after a loop. */
  readonly loops: ReadonlyMap<LoopStatement, () => Expr>;
  /** Variables whose new values are known already: what changes them here says nothing more. */
  readonly settled: ReadonlySet<ts.Symbol>;
  /** Inside of a generator of values. One of violations has none. */
  readonly yielded: Yielded | undefined;
  /** The loops around that are asked for the turns before. */
  readonly turns: ReadonlyMap<LoopStatement, Turn>;
  /** The loops around of which it is known what they say where a turn leaves them. */
  readonly left: ReadonlySet<LoopStatement>;
  /** What the calls around give for the type parameters of the functions that are written out. */
  readonly given: TypeArguments;
}

/** Where a visitor stands: the names in sight, and how to go on. */
export class Context {
  readonly policy: PolicyContext;
  readonly #place: Place;

  constructor(policy: PolicyContext, place: Partial<Place> = {}) {
    const {
      scope = new Scope(),
      names = new Names(),
      inLoop = false,
      switches = new Map(),
      loops = new Map(),
      settled = new Set(),
      yielded,
      turns = new Map(),
      left = new Set(),
      given = noTypeArguments,
    } = place;
    this.policy = policy;
    this.#place = { scope, names, inLoop, switches, loops, settled, yielded, turns, left, given };
  }

  get scope(): Scope {
    return this.#place.scope;
  }

  get names(): Names {
    return this.#place.names;
  }

  get inLoop(): boolean {
    return this.#place.inLoop;
  }

  expression(node: ts.Expression): Expr {
    return this.policy.visitors.expression(node, this);
  }

  /** The truth of an expression: always Boolean, never absent. */
  condition(node: ts.Expression): Expr {
    return this.policy.visitors.condition(node, this);
  }

  statements(nodes: readonly ts.Statement[], rest: (cx: Context) => Stream): Stream {
    return this.policy.visitors.statements(nodes, this, rest);
  }

  result(nodes: readonly ts.Statement[]): Expr {
    return this.policy.visitors.result(nodes, this);
  }

  seenAfter(node: ts.Statement, later: readonly ts.Statement[]): Opened | undefined {
    return this.policy.visitors.seenAfter(node, later, this);
  }

  /** Binds names: a new context that sees them. */
  binding(name: ts.Node, meaning: Meaning): Context {
    const symbol = symbolAt(name) ?? defect(`\`${name.getText()}\` has no symbol`);
    return this.#at({ scope: this.scope.with([[symbol, meaning]]) });
  }

  /** The same place with the names of another: where a function was written, seen from where it is called. */
  seeing(scope: Scope): Context {
    return this.#at({ scope: this.scope.over(scope) });
  }

  /** Inside of a function that is written out for a call of it. */
  insideCall(given: TypeArguments): Context {
    return given.size === 0 ? this : this.#at({ given: new Map([...this.#place.given, ...given]) });
  }

  /** What a type is to the engines, of those that TypeScript does not know by a place alone. */
  typeOf(type: ts.Type): Type {
    return fromTypeScript(type, this.#place.given);
  }

  outsideLoop(): Context {
    return this.#at({ inLoop: false });
  }

  insideLoop(): Context {
    return this.#at({ inLoop: true });
  }

  /** Inside of a generator of values, with what comes of each. */
  insideGenerator(yielded: Yielded): Context {
    return this.#at({ inLoop: false, yielded });
  }

  /** Inside of a turn of a loop that is asked for the turns before. */
  insideTurn(node: LoopStatement, turn: Turn): Context {
    return this.#at({ turns: new Map([...this.#place.turns, [node, turn]]) });
  }

  turnOf(node: LoopStatement): Turn | undefined {
    return this.#place.turns.get(node);
  }

  /** Inside of a loop that a turn may leave. */
  insideLeft(node: LoopStatement): Context {
    return this.#at({ left: new Set([...this.#place.left, node]) });
  }

  /** Is it known of all loops that a statement leaves what they say? */
  isLeft(node: LeavingStatement): boolean {
    const left = loopsLeftBy(node);
    return left.length > 0 && left.every((loop) => this.#place.left.has(loop));
  }

  get yielded(): Yielded | undefined {
    return this.#place.yielded;
  }

  /** Inside of a `switch`, with what comes after it. */
  insideSwitch(node: ts.SwitchStatement, after: AfterSwitch): Context {
    return this.#at({ switches: new Map([...this.#place.switches, [node, after]]) });
  }

  /** Inside of a loop of a function, with what the function returns after it. */
  insideSearch(node: LoopStatement, after: () => Expr): Context {
    return this.#at({ loops: new Map([...this.#place.loops, [node, after]]) });
  }

  /** Inside of a statement that changes these variables, of which it is known what they are after it. */
  settling(variables: Iterable<ts.Symbol>): Context {
    return this.#at({ settled: new Set([...this.#place.settled, ...variables]) });
  }

  get settled(): readonly ts.Symbol[] {
    return [...this.#place.settled];
  }

  isSettled(variable: ts.Symbol | undefined): boolean {
    return variable !== undefined && this.#place.settled.has(variable);
  }

  /** What a function returns that leaves a loop by this `break`. */
  resultAfterBreak(node: ts.BreakStatement): Expr | undefined {
    const left = leftBy(node);
    return isLoop(left) ? this.#place.loops.get(left)?.() : undefined;
  }

  /** Where a `break` goes on; nowhere, where it leaves a loop. */
  afterBreak(node: ts.BreakStatement): AfterSwitch | undefined {
    const left = leftBy(node);
    return isA(ts.isSwitchStatement, left) ? this.#place.switches.get(left) : undefined;
  }

  #at(place: Partial<Place>): Context {
    return new Context(this.policy, { ...this.#place, ...place });
  }

  span(node: ts.Node): Span {
    return this.policy.project.span(node);
  }

  /** The type that TypeScript knows at this place, after the tests before it. */
  type(node: ts.Node): Type {
    const type = readType(node, this.#place.given);
    return isWholeNumber(node) ? asInteger(type) : type;
  }

  report(diagnostic: Diagnostic): void {
    this.policy.collector.report(diagnostic);
  }

  /** Poison, and the only way to it: something was reported. */
  invalid(diagnostic: Diagnostic): Invalid {
    this.report(diagnostic);
    return {
      kind: "invalid",
      type: unknownType,
      span: diagnostic.span ?? defect("a diagnostic of the frontend has no place"),
    };
  }
}

const isWholeNumber = keptWithChecker((node: ts.Node): boolean => {
  if (ts.isPropertyAccessExpression(node)) return isDeclaredInteger(symbolAt(node.name));
  return ts.isIdentifier(node) && isDeclaredInteger(symbolAt(node));
});
