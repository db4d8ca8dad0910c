import {
  type Binding,
  bindingsIn,
  bindingsInStream,
  type Expr,
  type Json,
  type Policy,
  required,
  trimSpace,
} from "@policyc/ir";
import { passedOn } from "../tree/passed-on.js";

/**
 * May the text, or one of a list, be blank? A name is what it stands for, wherever in the policy it is bound. Of what may
 * be absent, or `null`, the text is what is asked: whoever reads it has tested that there is one.
 */
export function blankTexts(policy: Policy): (text: Expr) => boolean {
  let bound: ReadonlyMap<string, readonly Expr[]> | undefined;
  const known = new Map<string, boolean>();
  const ofName = (name: string, blank: () => boolean): boolean => {
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, true);
    const result = blank();
    known.set(name, result);
    return result;
  };
  const mayBeBlank = (text: Expr): boolean => {
    switch (text.kind) {
      case "literal":
        return isBlank(text.value);
      case "concat":
        return text.parts.every(mayBeBlank);
      case "absent":
        return false;
      case "conditional":
        return mayBeBlank(text.then) || mayBeBlank(text.else);
      case "coalesce":
        return mayBeBlank(text.of) || mayBeBlank(text.fallback);
      case "let":
        return mayBeBlank(text.body);
      case "list":
        return text.items.some(({ value }) => mayBeBlank(value));
      case "collect":
        return text.into === "map" || mayBeBlank(text.value);
      case "local": {
        // A test may have shown more of it in this place alone: what it stands for is the same everywhere.
        if (!mayBeOf(text)) return false;
        bound ??= boundBy(policy);
        const values = bound.get(text.name);
        return values === undefined || ofName(text.name, () => values.some(mayBeBlank));
      }
      case "call":
        return passedOn.has(text.intrinsic) ? text.args.slice(0, 1).some(mayBeBlank) : mayBeOf(text);
      case "apply": {
        const body = policy.functions.find(({ name }) => name === text.function)?.body;
        if (body?.kind !== "value") return mayBeOf(text);
        const { value } = body;
        return ofName(`${text.function}()`, () => mayBeBlank(value));
      }
      default:
        return mayBeOf(text);
    }
  };
  return mayBeBlank;
}

function isBlank(value: Json): boolean {
  if (typeof value === "string") return trimSpace(value) === "";
  return typeof value === "object" && value !== null;
}

/** As far as its type tells. */
function mayBeOf({ type }: Expr): boolean {
  const known = required(type);
  if (known.kind === "string") return known.literals?.some(isBlank) ?? true;
  return known.kind !== "number" && known.kind !== "boolean";
}

/** By name all values that it stands for, or lists whose elements; nothing for keys and for what is given to a function. */
function boundBy({ functions, body }: Policy): ReadonlyMap<string, readonly Expr[]> {
  const inFunctions = functions.flatMap((fn) =>
    fn.body.kind === "value" ? bindingsIn(fn.body.value) : bindingsInStream(fn.body.stream),
  );
  const bindings: readonly Binding[] = [...inFunctions, ...bindingsInStream(body)];
  const bound = new Map<string, readonly Expr[]>();
  for (const { binder, of } of bindings) bound.set(binder.name, [...(bound.get(binder.name) ?? []), of]);
  for (const { binder, as } of bindings) if (as === "key") bound.delete(binder.name);
  for (const { name } of functions.flatMap(({ params }) => params)) bound.delete(name);
  return bound;
}
