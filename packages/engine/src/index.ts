export { contentHash, readCached, writeCached } from "./cache.js";
export {
  type CelAttributes,
  type CelDecision,
  type CelDialect,
  type CelInput,
  type CelProblem,
  compileRegoCached,
  Engine,
  loadEngine,
  type RegoModule,
  type RegoProblem,
} from "./engine.js";
export { cacheFolder } from "./folders.js";
export { type EngineFiles, type EngineVersions, findEngine, howToGetTheEngine } from "./location.js";
export { type HostFunctions, loadPolicyWasm, type PolicyWasm } from "./policy-wasm.js";
export { EngineError, EngineMissing, type Reactor } from "./reactor.js";
export { requestText } from "./request-text.js";
