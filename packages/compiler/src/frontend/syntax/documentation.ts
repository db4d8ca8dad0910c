import { ts } from "../typescript.js";
import { jsDocsOf } from "./tree.js";

/** What the comment before a declaration says, which is written beside what becomes of it. */
export function documentation(declaration: ts.Node | undefined): string | undefined {
  const comment = declaration === undefined ? undefined : jsDocsOf(declaration).at(-1)?.comment;
  const text = ts.getTextOfJSDocComment(comment)?.trim();
  return text === "" ? undefined : text;
}
