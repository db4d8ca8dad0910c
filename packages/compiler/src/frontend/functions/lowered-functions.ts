import type { FunctionIR } from "@policyc/ir";
import { Context } from "../context.js";
import { type FunctionNode, Names } from "../scope.js";
import { documentation } from "../syntax/documentation.js";
import { ancestor } from "../syntax/tree.js";
import { isGenerator, yieldsValues } from "../types/generated.js";
import { KeptWithChecker } from "../types/kept.js";
import { ts } from "../typescript.js";
import { bindParameters, bodyOf, nameOf, resultOf } from "./function-body.js";

/** The functions of one policy that all their calls share, each lowered once, callees before their callers. */
export class LoweredFunctions {
  readonly #lowered = new Map<FunctionNode, FunctionIR>();
  readonly #underWay = new Set<FunctionNode>();
  readonly #names = new Names();
  /** What the functions call that are under way. */
  readonly #calls: Set<FunctionNode>[] = [];

  get all(): readonly FunctionIR[] {
    return [...this.#lowered.values()];
  }

  isUnderWay(fn: FunctionNode): boolean {
    return this.#underWay.has(fn);
  }

  lower(fn: FunctionNode, cx: Context): FunctionIR {
    this.#calls.at(-1)?.add(fn);
    const lowered = this.#lowered.get(fn) ?? this.#asBefore(fn, cx) ?? this.#anew(fn, cx);
    this.#lowered.set(fn, lowered);
    return lowered;
  }

  /** As an earlier policy has it, where that calls the functions of this one by the same names. */
  #asBefore(fn: FunctionNode, cx: Context): FunctionIR | undefined {
    const before = earlier.get(fn);
    if (before === undefined || this.#names.isTaken(before.lowered.name)) return undefined;
    const calls = [...before.calls].map((callee) => this.lower(callee, cx));
    if (calls.some(({ name }, at) => name !== before.names[at])) return undefined;
    this.#names.unique(before.lowered.name);
    return before.lowered;
  }

  #anew(fn: FunctionNode, cx: Context): FunctionIR {
    const problems = cx.policy.collector.diagnostics.length;
    const calls = new Set<FunctionNode>();
    this.#calls.push(calls);
    this.#underWay.add(fn);
    const { binders, inner } = bindParameters(fn.parameters, new Context(cx.policy));
    const body =
      isGenerator(fn) && !yieldsValues(fn)
        ? ({ kind: "stream", stream: bodyOf(fn, inner) } as const)
        : ({ kind: "value", value: resultOf(fn, inner) } as const);
    this.#underWay.delete(fn);
    this.#calls.pop();
    const doc = documentation(documented(fn));
    const lowered: FunctionIR = {
      name: this.#names.unique(nameOf(fn)),
      params: binders,
      body,
      span: cx.span(fn),
      ...(doc === undefined ? {} : { doc }),
    };
    const names = [...calls].flatMap((callee) => this.#lowered.get(callee)?.name ?? []);
    const isUsual = cx.policy.collector.diagnostics.length === problems && lowered.name === nameOf(fn);
    if (isUsual) earlier.set(fn, { lowered, calls, names });
    return lowered;
  }
}

/** What a function came to for a policy before, under its own name and without a complaint. Many call the same functions of the SDK. */
interface Earlier {
  readonly lowered: FunctionIR;
  readonly calls: ReadonlySet<FunctionNode>;
  /** What that policy calls them. */
  readonly names: readonly string[];
}

const earlier = new KeptWithChecker<FunctionNode, Earlier>();

function documented(fn: FunctionNode): ts.Node | undefined {
  if (ts.isFunctionDeclaration(fn) || ts.isMethodDeclaration(fn)) return fn;
  return ts.isPropertyAssignment(fn.parent) ? fn.parent : ancestor(fn, ts.isVariableStatement);
}
