import type fc from "fast-check";
import type { Construct } from "../../language/constructs/construct.js";
import { type Choose, made } from "../choose.js";
import { changed, changesOf } from "./change.js";

/** A construct with up to three changes, which may stand somewhere else, for its own Kubernetes or the newest. */
export function variantsOf(construct: Construct): fc.Arbitrary<Construct> {
  return made((choose) => {
    const changes = Array.from({ length: 1 + choose.below(3) });
    const other = changes.reduce<Construct>((one) => withChange(one, choose), construct);
    const oldest = choose.often(50) ? (construct.minKubernetes ?? "1.30") : "1.37";
    return { ...(choose.often(33) ? elsewhere(other, choose) : other), minKubernetes: oldest };
  });
}

function withChange(construct: Construct, choose: Choose): Construct {
  const { body, module } = construct;
  const isOfModule = module !== undefined && choose.often(25);
  const text = isOfModule ? module : body;
  const [first, ...others] = changesOf(text);
  if (first === undefined) return construct;
  const other = changed(text, choose.among([first, ...others]));
  return isOfModule ? { ...construct, module: other } : { ...construct, body: other };
}

/** Behind a test, in a loop, or in a generator of its own, which is given what it looks at. */
function elsewhere(construct: Construct, choose: Choose): Construct {
  const { body, module = "" } = construct;
  const places = [
    `if (object.spec.hostNetwork) return; ${body}`,
    `if (!object.spec.hostPID) { ${body} }`,
    `for (const around of object.spec.initContainers ?? []) { if (around.image) { ${body} } }`,
  ] as const;
  const calls = [
    "yield* within(object);",
    "if (oldObject) yield* within(oldObject);",
    "if (oldObject === undefined) return; yield* within(oldObject); if (object.spec.hostNetwork) yield* within(object);",
    "yield* within(object.spec.hostNetwork && oldObject ? oldObject : object);",
    "for (const c of object.spec.initContainers ?? []) if (c.stdin) yield* within({ ...object, spec: { ...object.spec, containers: [c] } });",
  ] as const;
  const readsMore = /\b(?:params|request|oldObject|namespaceObject)\b/.test(body);
  if (readsMore || choose.often(40)) return { ...construct, body: choose.among(places) };
  const within = `function* within(object: Pod): Generator<Violation> { ${body} }`;
  return { ...construct, module: `${module}\n${within}`, body: choose.among(calls) };
}
