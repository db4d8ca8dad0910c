import type { NamespaceLevel } from "../../levels/namespaces.js";
import type { Session } from "../../session.js";
import { renderLevelsJson } from "./json.js";
import { renderLevelsPretty } from "./pretty.js";

const renderers = { pretty: renderLevelsPretty, json: renderLevelsJson } as const;

export type LevelsFormat = keyof typeof renderers;

/** What namespaces meet, in one of the formats. */
export function renderLevels(
  namespaces: readonly NamespaceLevel[],
  { format, standard }: { readonly format: LevelsFormat; readonly standard: string },
  session: Session,
): string {
  return renderers[format](namespaces, standard, session);
}
