import {
  type Binder,
  bindingsIn,
  bindingsInStream,
  type FunctionIR,
  type Policy,
  unnumbered,
} from "@policyc/ir";

/** The names of functions, parameters and values, and those that loops give, without the numbers that tell them apart. */
export function namesGivenIn({ functions, body }: Policy): readonly string[] {
  const inFunctions = functions.flatMap((fn) => [fn, ...fn.params, ...boundIn(fn)]);
  const inBody = bindingsInStream(body).map(({ binder }) => binder);
  return [...inFunctions, ...inBody].map(({ name }) => unnumbered(name));
}

function boundIn({ body }: FunctionIR): readonly Binder[] {
  const bindings = body.kind === "value" ? bindingsIn(body.value) : bindingsInStream(body.stream);
  return bindings.map(({ binder }) => binder);
}
