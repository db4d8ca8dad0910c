import { EngineError } from "./reactor.js";

/** A compiled policy: evaluates an input against an entrypoint. */
export interface PolicyWasm {
  /** `data` is what the policy finds under `data`; the same object as in the call before is not loaded anew. */
  readonly evaluate: (input: unknown, entrypoint: string, data?: object) => unknown;
}

/** Built-ins of Rego by name, which OPA's WASM leaves to the host. `undefined` where the built-in has no result. */
export type HostFunctions = { readonly [name: string]: (...args: string[]) => unknown };

const nothing: object = {};

/** Loads a policy module that `compileRego` made. */
export async function loadPolicyWasm(
  bytes: Uint8Array,
  hostFunctions: HostFunctions = {},
): Promise<PolicyWasm> {
  const { loadPolicy } = await import("@open-policy-agent/opa-wasm");
  const policy = await loadPolicy(
    new Uint8Array(bytes).buffer,
    { initial: 5, maximum: 1000 },
    { ...hostFunctions },
  );
  let loaded = nothing;
  return {
    evaluate: (input, entrypoint, data = nothing) => {
      if (data !== loaded) policy.setData(data);
      loaded = data;
      const results: unknown = policy.evaluate(input, entrypoint);
      if (!Array.isArray(results)) throw new EngineError("the policy gave no result");
      const [first]: { result?: unknown }[] = results;
      return first?.result;
    },
  };
}
