import type { Collector } from "@policyc/diagnostics";
import type { CheckReport } from "../../check/report.js";
import type { Session } from "../../session.js";
import { renderCheckJson } from "./json.js";
import { renderCheckPretty } from "./pretty.js";
import { renderSarif } from "./sarif.js";

const renderers = { pretty: renderCheckPretty, json: renderCheckJson, sarif: renderSarif } as const;

export type CheckFormat = keyof typeof renderers;

/** What a check came to, in one of the formats. */
export function renderCheck(
  report: CheckReport,
  format: CheckFormat,
  session: Session,
  collector: Collector,
): string {
  return renderers[format](report, session, collector.diagnostics);
}
