import type { Finding } from "../../check/finding.js";
import type { NamespaceLevel } from "../../levels/namespaces.js";
import { ownVersion } from "../../version.js";

/** The report for programs. Fields are only ever added. */
export function renderLevelsJson(namespaces: readonly NamespaceLevel[], standard: string): string {
  const value = { version: ownVersion(), standard, namespaces: namespaces.map(namespaceOf) };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function namespaceOf({ namespace, level, enforced, workloads, next }: NamespaceLevel): object {
  return {
    namespace,
    level,
    ...(enforced === undefined ? {} : { enforced }),
    workloads: workloads.map(({ subject: { kind, name }, level: own }) => ({ kind, name, level: own })),
    ...(next === undefined ? {} : { next: { level: next.level, blockers: next.blockers.map(blocker) } }),
  };
}

function blocker({ policy, message, subject: { kind, name }, span: { file, start } }: Finding): object {
  const { name: control, title } = policy;
  return { control, title, kind, name, message, file, line: start.line, column: start.column };
}
