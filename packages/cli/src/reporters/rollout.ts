import type { BundledPolicy } from "../bundles/bundle.js";
import type { Session } from "../session.js";
import { table } from "./table.js";

/** The policies as a table, in the order given. */
export function renderRollout(policies: readonly BundledPolicy[], { colours }: Session): string {
  const rows = policies.map(({ name, pack, severity, rollout }, index) => [
    String(index + 1),
    name,
    pack,
    severity,
    rollout?.effect ?? "–",
    rollout?.difficulty ?? "–",
    rollout?.load ?? "–",
  ]);
  return `${table(["", "POLICY", "PACK", "SEVERITY", "EFFECT", "DIFFICULTY", "LOAD"], rows, colours)}\n`;
}

/** The same for programs. Fields are only ever added. */
export function renderRolloutJson(policies: readonly BundledPolicy[]): string {
  const report = policies.map(({ name, title, pack, severity, rollout }) => ({
    policy: name,
    title,
    pack,
    severity,
    ...rollout,
  }));
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
