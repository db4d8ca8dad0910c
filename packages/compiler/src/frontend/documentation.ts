import type { JSDocableNode } from "ts-morph";

/** What the comment before a declaration says, which is written beside what becomes of it. */
export function documentation(declaration: JSDocableNode | undefined): string | undefined {
  const text = declaration?.getJsDocs().at(-1)?.getDescription().trim();
  return text === "" ? undefined : text;
}
