import Table from "cli-table3";
import type { EngineName, Outcome } from "./outcome.js";

/** The one table, with a row per policy and engine, then every disagreement and all that did not run, by name. */
export function printReport(outcomes: readonly Outcome[]): string {
  const sections = [
    table(outcomes),
    section("Disagreements", outcomes, "disagrees"),
    section("Not expressible", outcomes, "not expressible"),
    section("Skipped", outcomes, "skipped"),
    summary(outcomes),
  ];
  return `${sections.filter((text) => text !== "").join("\n\n")}\n`;
}

/** Cases in which an engine really gave an answer. */
export function ranCases(outcomes: readonly Outcome[]): readonly Outcome[] {
  return outcomes.filter((one) => one.kind === "agrees" || one.kind === "disagrees");
}

function table(outcomes: readonly Outcome[]): string {
  const rows = new Map<string, Outcome[]>();
  for (const one of outcomes.filter((outcome) => outcome.kind !== "skipped")) {
    const key = `${one.policy} ${one.engine}`;
    rows.set(key, [...(rows.get(key) ?? []), one]);
  }
  const printed = new Table({
    head: ["policy", "engine", "cases", "agree", "not expressible"],
    colAligns: ["left", "left", "right", "right", "right"],
    style: { head: [], border: [], compact: true },
  });
  for (const key of [...rows.keys()].sort()) {
    const own = rows.get(key) ?? [];
    const [policy = "", engine = ""] = key.split(" ");
    printed.push([policy, engine, ranCases(own).length, count(own, "agrees"), count(own, "not expressible")]);
  }
  return printed.toString();
}

function section(title: string, outcomes: readonly Outcome[], kind: Outcome["kind"]): string {
  const own = outcomes.filter((one) => one.kind === kind);
  if (own.length === 0) return "";
  const byDetail = new Map<string, string[]>();
  for (const one of own) {
    const detail = shortened(one.detail);
    const name = `  ${one.engine} ${one.policy}: ${one.case}`;
    byDetail.set(detail, [...(byDetail.get(detail) ?? []), name]);
  }
  const lines = [...byDetail].map(
    ([detail, names]) => `${names.join("\n")}\n      ${detail.replaceAll("\n", "\n      ")}`,
  );
  return `${title} (${own.length})\n${lines.join("\n")}`;
}

/** Engines quote whole expressions back. */
function shortened(detail: string): string {
  return detail.length > 600 ? `${detail.slice(0, 600)} …` : detail;
}

function summary(outcomes: readonly Outcome[]): string {
  const engines = [...new Set(outcomes.map((one): EngineName => one.engine))];
  const parts = engines.map((engine) => {
    const own = ranCases(outcomes.filter((one) => one.engine === engine));
    return `${engine} ${count(own, "agrees")}/${own.length}`;
  });
  return `Agreement: ${parts.join(", ") || "nothing ran"}`;
}

function count(outcomes: readonly Outcome[], kind: Outcome["kind"]): number {
  return outcomes.filter((one) => one.kind === kind).length;
}
