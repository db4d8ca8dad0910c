import {
  type Each,
  type Expr,
  expressionsIn,
  type FunctionIR,
  freeNames,
  type Guard,
  mapStream,
  numbered,
  type Policy,
  partsOf,
  type Stream,
} from "@policyc/ir";
import { namesGivenIn } from "../tree/given-names.js";
import type { Pass } from "../tree/pass.js";

/**
 * Elements that a function leaves out before several violations are looked for are left out once, by a list that these go
 * through: in Rego each violation is a rule, which would ask again. Of what no loop around gives.
 */
export const sharedLoops: Pass = {
  name: "shared-loops",
  run: (policy) => {
    const loops = new SharedLoops(policy);
    const body = loops.stream(policy.body);
    return loops.lists.length === 0
      ? policy
      : { ...policy, body, functions: [...policy.functions, ...loops.lists] };
  },
};

class SharedLoops {
  readonly lists: FunctionIR[] = [];
  readonly #given: Set<string>;

  constructor(policy: Policy) {
    this.#given = new Set(namesGivenIn(policy));
  }

  stream(stream: Stream): Stream {
    if (isAsked(stream)) return this.#overList(stream);
    return mapStream(
      stream,
      (expr) => expr,
      (child) => this.stream(child),
    );
  }

  #overList(each: Asked): Stream {
    const { iteration, body, span } = each;
    const { over, binder } = iteration;
    const name = numbered("candidates", (one) => this.#given.has(one));
    this.#given.add(name);
    const value: Expr = {
      kind: "collect",
      iteration,
      where: body.when,
      value: { kind: "local", name: binder.name, type: binder.type, span },
      into: "list",
      flatten: false,
      type: over.type,
      span,
    };
    this.lists.push({ name, params: [], body: { kind: "value", value }, span });
    const list: Expr = { kind: "apply", function: name, args: [], type: over.type, span };
    return { ...each, iteration: { over: list, binder }, body: body.then };
  }
}

type Asked = Each & { readonly body: Guard };

/** A loop which asks a function of each element, and then says several things. */
function isAsked(stream: Stream): stream is Asked {
  if (stream.kind !== "each" || stream.body.kind !== "guard" || violationsIn(stream.body) < 2) return false;
  const { over, key, binder } = stream.iteration;
  const { when } = stream.body;
  return (
    key === undefined &&
    over.type.kind === "list" &&
    freeNames(over).size === 0 &&
    [...freeNames(when)].every((name) => name === binder.name) &&
    expressionsIn(when).some((expr) => expr.kind === "apply" && expr.args.length > 0)
  );
}

function violationsIn(stream: Stream): number {
  if (stream.kind === "violation") return 1;
  return partsOf(stream).streams.reduce((sum, child) => sum + violationsIn(child), 0);
}
