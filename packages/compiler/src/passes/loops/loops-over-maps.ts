import {
  type Collect,
  type Each,
  type Expr,
  type Iteration,
  mapStream,
  partsOf,
  type Stream,
} from "@policyc/ir";
import type { Pass } from "../tree/pass.js";
import { readsIn } from "../tree/rewrite.js";
import { substituteInStream } from "../tree/substitute.js";

/**
 * A loop that yields, over a map that nothing else reads, is one over what the map is made of: no engine has to build it,
 * and CEL could not before Kubernetes 1.33.
 */
export const loopsOverMaps: Pass = {
  name: "loops-over-maps",
  run: (policy) => ({ ...policy, body: inStream(policy.body) }),
};

function inStream(stream: Stream): Stream {
  const inner = mapStream(stream, (expr) => expr, inStream);
  if (inner.kind === "each") return overParts(inner);
  if (inner.kind !== "bind" || !isMade(inner.value)) return inner;
  const { binder, value, body } = inner;
  const isReadOnce = readsIn(body, binder.name) === 1;
  return isReadOnce && holdsLoopOver(binder.name, body)
    ? inStream(substituteInStream(body, new Map([[binder.name, value]])))
    : inner;
}

type Made = Collect & { readonly mapKey: Expr };

function isMade(expr: Expr): expr is Made {
  return expr.kind === "collect" && expr.into === "map" && expr.mapKey !== undefined;
}

function holdsLoopOver(name: string, stream: Stream): boolean {
  const map = stream.kind === "each" ? mapOf(stream.iteration) : undefined;
  if (map?.kind === "local" && map.name === name) return true;
  return partsOf(stream).streams.some((child) => holdsLoopOver(name, child));
}

/** The map that a loop goes through, by its entries or by its keys. */
function mapOf({ over }: Iteration): Expr | undefined {
  const [of] = over.kind === "call" && over.intrinsic === "map.keys" ? over.args : [over];
  return of;
}

function overParts(each: Each): Stream {
  const { iteration, body, span } = each;
  const map = mapOf(iteration);
  if (map === undefined || !isMade(map)) return each;
  const isOfKeys = map !== iteration.over;
  const names = isOfKeys
    ? [[iteration.binder, map.mapKey] as const]
    : [
        ...(iteration.key === undefined ? [] : [[iteration.key, map.mapKey] as const]),
        [iteration.binder, map.value] as const,
      ];
  const turn = names.reduceRight<Stream>(
    (then, [binder, value]) => ({ kind: "bind", binder, value, body: then, span }),
    body,
  );
  const guarded: Stream =
    map.where === undefined ? turn : { kind: "guard", when: map.where, then: turn, span };
  return { ...each, iteration: withRepetitions(map.iteration), body: guarded };
}

/** To say the same again adds nothing. */
function withRepetitions(iteration: Iteration): Iteration {
  const { over, key } = iteration;
  const [all] = over.kind === "call" && over.intrinsic === "set.of" && key === undefined ? over.args : [];
  return all === undefined ? iteration : { ...iteration, over: all };
}
