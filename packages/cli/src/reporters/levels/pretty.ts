import { formatLocation } from "@policyc/diagnostics";
import { type Finding, subjectName } from "../../check/finding.js";
import type { NamespaceLevel } from "../../levels/namespaces.js";
import type { Session } from "../../session.js";
import { count } from "../count.js";
import { table } from "../table.js";

/** A row a namespace, and below it what keeps each from the next level, control by control. */
export function renderLevelsPretty(
  namespaces: readonly NamespaceLevel[],
  standard: string,
  session: Session,
): string {
  const { colours } = session;
  if (namespaces.length === 0) return `${colours.careful("!")} there are no workloads\n`;
  const rows = namespaces.map(({ namespace, level, enforced, workloads }) => [
    namespace,
    String(workloads.length),
    level,
    enforced ?? "-",
  ]);
  const overview = table(["NAMESPACE", "WORKLOADS", "MEETS", "ENFORCES"], rows, colours);
  const blocks = namespaces.flatMap((one) => blocked(one, session));
  const sum = `${count(namespaces.length, "namespace")}, by the Pod Security Standards of ${standard === "latest" ? "the latest version" : standard}`;
  return `${[overview, ...blocks, colours.faint(sum)].join("\n\n")}\n`;
}

function blocked({ namespace, level, enforced, next }: NamespaceLevel, session: Session): readonly string[] {
  const label = `pod-security.kubernetes.io/enforce=${level}`;
  const advice =
    enforced === level || level === "privileged"
      ? []
      : [`  ${session.colours.faint(`now: kubectl label --overwrite namespace ${namespace} ${label}`)}`];
  if (next === undefined)
    return advice.length === 0
      ? []
      : [[session.colours.strong(`${namespace} meets ${level}`), ...advice].join("\n")];
  const head = session.colours.strong(`${namespace} does not meet ${next.level} yet`);
  return [[head, ...byControl(next.blockers, session), ...advice].join("\n")];
}

function byControl(findings: readonly Finding[], { colours }: Session): readonly string[] {
  const titles = [...new Set(findings.map(({ policy }) => policy.title))].sort();
  return titles.flatMap((title) => [
    `  ${title}`,
    ...findings
      .filter(({ policy }) => policy.title === title)
      .map(
        ({ message, span, subject }) =>
          `    ${formatLocation(span)} ${message} ${colours.faint(`in ${subjectName(subject)}`)}`,
      ),
  ]);
}
