import type { ts } from "../typescript.js";

/** Is it declared in the SDK, or in one folder of it? As a package, or beside the compiler in this repository. */
export function isOfSdk(declaration: ts.Node, folder?: "intrinsics" | "kinds"): boolean {
  const [, below] =
    /\/(?:sdk|@policyc\/sdk)\/(?:src|dist)\/(.*)/.exec(declaration.getSourceFile().fileName) ?? [];
  return below !== undefined && (folder === undefined || below.startsWith(`${folder}/`));
}
