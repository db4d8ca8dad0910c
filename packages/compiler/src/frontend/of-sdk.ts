import type { Node } from "ts-morph";

/** Is it declared in the SDK, or in one folder of it? As a package, or beside the compiler in this repository. */
export function isOfSdk(declaration: Node, folder?: "intrinsics" | "kinds"): boolean {
  const [, below] =
    /\/(?:sdk|@policyc\/sdk)\/(?:src|dist)\/(.*)/.exec(declaration.getSourceFile().getFilePath()) ?? [];
  return below !== undefined && (folder === undefined || below.startsWith(`${folder}/`));
}
