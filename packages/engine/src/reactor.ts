import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { readCached, writeCached } from "./cache.js";
import { type EngineFiles, findEngine, howToGetTheEngine } from "./location.js";
import { requestText } from "./request-text.js";

/** Thrown where the engine is needed and not there; its message says how to get it. */
export class EngineMissing extends Error {
  override readonly name = "EngineMissing";
  constructor() {
    super(howToGetTheEngine);
  }
}

/** Thrown where the engine refuses what it was asked. */
export class EngineError extends Error {
  override readonly name = "EngineError";
}

/** One instance of the Go program: sends a request, returns the result. */
export interface Reactor {
  readonly call: (op: string, request: object) => unknown;
  /** Bytes of memory that it has taken so far. */
  readonly size: () => number;
}

let program: Promise<WebAssembly.Module> | undefined;

/** Starts the Go program inside this process. Takes about half a second the first time. */
export async function startReactor(): Promise<Reactor> {
  const files = findEngine();
  if (files === undefined) throw new EngineMissing();
  const { WASI } = await quietly(() => import("node:wasi"));
  // klog reads argv[0] when it starts.
  const wasi = new WASI({ version: "preview1", args: ["policyc"], env: {} });
  program ??= WebAssembly.compile(engineBytes(files));
  const instance = await WebAssembly.instantiate(await program, { wasi_snapshot_preview1: wasi.wasiImport });
  wasi.initialize(instance);
  const { memory, alloc, call } = instance.exports;
  if (!(memory instanceof WebAssembly.Memory) || typeof alloc !== "function" || typeof call !== "function") {
    throw new EngineError("the engine does not export what it should");
  }
  return {
    call: (op, request) => exchange({ memory, alloc, call }, requestText(op, request)),
    size: () => memory.buffer.byteLength,
  };
}

/** The exports of a Go reactor, see go/main.go. WebAssembly types its functions no closer than this. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly alloc: CallableFunction;
  readonly call: CallableFunction;
}

function exchange({ memory, alloc, call }: Exports, request: string): unknown {
  const body = new TextEncoder().encode(request);
  const address: number = Number(alloc(body.length)) >>> 0;
  new Uint8Array(memory.buffer, address, body.length).set(body);
  const packed = BigInt.asUintN(64, BigInt(call()));
  const answer = new Uint8Array(memory.buffer, Number(packed >> 32n), Number(packed & 0xffffffffn));
  const response: { result?: unknown; error?: string } = JSON.parse(new TextDecoder().decode(answer));
  if (response.error !== undefined) throw new EngineError(response.error);
  return response.result;
}

/** The module's bytes, decompressed once into the user's cache. */
function engineBytes(files: EngineFiles): Uint8Array<ArrayBuffer> {
  const name = `${files.hash}.wasm`;
  const cached = readCached("engine", name);
  if (cached !== undefined) return new Uint8Array(cached);
  const bytes = brotliDecompressSync(readFileSync(files.compressed));
  writeCached("engine", name, bytes);
  return new Uint8Array(bytes);
}

/** Imports without Node's notice that WASI is experimental: it is pinned and tested here. */
async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const emit = process.emitWarning;
  process.emitWarning = () => {};
  try {
    return await load();
  } finally {
    process.emitWarning = emit;
  }
}
