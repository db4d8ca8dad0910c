export { type ExitCode, exitCode } from "./exit-code.js";
export { run } from "./program.js";
export type { Surroundings } from "./surroundings.js";
