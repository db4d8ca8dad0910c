import { contentHash, readCached, writeCached } from "./cache.js";
import { findEngine } from "./location.js";
import { EngineError, EngineMissing, type Reactor, startReactor } from "./reactor.js";

export interface RegoModule {
  readonly path: string;
  readonly text: string;
}

/** What OPA says of a module. */
export interface RegoProblem {
  readonly code: string;
  readonly message: string;
  readonly path?: string;
  readonly row?: number;
  readonly column?: number;
}

export interface CelProblem {
  /** Which expression: `variable containers`, `validation 0`. */
  readonly where: string;
  readonly message: string;
}

/** Who reads an expression. */
export type CelDialect = "kubernetes" | "kyverno";

/** The request around an object, as Kubernetes' CEL sees it. */
export interface CelAttributes {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** The resource, and its own group and version: an autoscaling/v1 `Scale` is sent to `deployments/scale` of apps/v1. */
  readonly resource: string;
  readonly resourceGroup: string;
  readonly resourceVersion: string;
  readonly subResource: string;
  readonly namespace: string;
  readonly name: string;
  readonly operation: string;
  readonly dryRun: boolean;
  readonly username: string;
  readonly uid: string;
  readonly groups: readonly string[];
  readonly extra: { readonly [name: string]: readonly string[] };
  /** `DeleteOptions` and the like; absent with CONNECT. */
  readonly options?: unknown;
}

export interface CelInput {
  readonly object?: unknown;
  readonly oldObject?: unknown;
  readonly namespaceObject?: unknown;
  readonly attributes: CelAttributes;
}

export interface CelDecision {
  readonly action: "admit" | "deny";
  /** An expression failed, and failurePolicy Fail denies. */
  readonly error: boolean;
  readonly message: string;
}

/** OPA and Kubernetes' CEL in this process. Calls are synchronous once it has started. */
export class Engine {
  readonly #reactor: Reactor;

  constructor(reactor: Reactor) {
    this.#reactor = reactor;
  }

  /** `opa check --strict`. */
  checkRego(modules: readonly RegoModule[]): readonly RegoProblem[] {
    return this.#ask<readonly RegoProblem[]>("rego.check", { modules });
  }

  /** `opa fmt`. */
  formatRego(text: string): string {
    return this.#ask<string>("rego.format", { text });
  }

  /** `opa build -t wasm`: a policy module with the given entrypoints, e.g. `k8sallowedrepos/violation`. */
  compileRego(modules: readonly RegoModule[], entrypoints: readonly string[]): Uint8Array {
    return Buffer.from(this.#ask<string>("rego.compile", { modules, entrypoints }), "base64");
  }

  /** A function from input to the value of a query by OPA itself; `null` where it is undefined. */
  prepareRego(modules: readonly RegoModule[], query: string): (input: unknown) => unknown {
    const handle = this.#ask<number>("rego.prepare", { modules, query });
    return (input) => this.#ask<unknown>("rego.eval", { handle, input });
  }

  /**
   * Compiles the spec of a ValidatingAdmissionPolicy as the API server of a Kubernetes minor does, or as Kyverno does, whose
   * `orValue` is another one: of type dyn, and with what stands in computed in any case.
   */
  compileCel(
    version: string,
    spec: unknown,
    dialect: CelDialect = "kubernetes",
  ): { problems: readonly CelProblem[]; evaluate: (input: CelInput) => readonly CelDecision[] } {
    const { handle, problems } = this.#ask<{ handle: number; problems: readonly CelProblem[] }>(
      "cel.compile",
      { version, spec, dialect },
    );
    return {
      problems,
      evaluate: (input) => this.#ask<readonly CelDecision[]>("cel.eval", { handle, ...input }),
    };
  }

  /** The object as an API server hands it to admission; as it is where Kubernetes does not know its kind. */
  admit(object: unknown): unknown {
    const { known, object: admitted } = this.#ask<{ known: boolean; object?: unknown }>("k8s.admit", {
      object,
    });
    return known ? admitted : object;
  }

  /** Whether it has grown so large that the next one should start afresh. */
  get isFull(): boolean {
    return this.#reactor.size() > fullAt;
  }

  #ask<T>(op: string, request: object): T {
    return result<T>(this.#reactor.call(op, request));
  }
}

/** The protocol's answers are what go/ says they are; this is the door where that is taken on trust. */
function result<T>(value: unknown): T {
  return value as T;
}

/** In bytes: WebAssembly's memory never shrinks, and ends at 4 GiB. */
const fullAt = 2 ** 30;

let engine: Promise<Engine> | undefined;
let running: Engine | undefined;

/**
 * Starts the engine on first use, and once more where it is full; whoever holds the old one may go on with it. Throws
 * `EngineMissing` where it has not been built.
 */
export function loadEngine(): Promise<Engine> {
  if (running?.isFull === true) {
    engine = undefined;
    running = undefined;
  }
  engine ??= startReactor().then((reactor) => {
    running = new Engine(reactor);
    return running;
  });
  return engine;
}

/** Compiles Rego to WebAssembly, or takes it from the cache, in which case the engine is not even loaded. */
export async function compileRegoCached(
  modules: readonly RegoModule[],
  entrypoints: readonly string[],
): Promise<Uint8Array> {
  const files = findEngine();
  if (files === undefined) throw new EngineMissing();
  const name = `${contentHash(files.hash, ...entrypoints, ...modules.flatMap(({ path, text }) => [path, text]))}.wasm`;
  const cached = readCached("rego", name);
  if (cached !== undefined) return cached;
  const started = await loadEngine();
  const compiled = started.compileRego(modules, entrypoints);
  if (compiled.length === 0) throw new EngineError("OPA wrote an empty module");
  writeCached("rego", name, compiled);
  return compiled;
}
