import type { Coverage, Covered } from "../controls/coverage.js";
import type { Session } from "../session.js";
import { table } from "./table.js";

const renderers = { table: renderTable, json: renderJson, markdown: renderMarkdown } as const;

export type ControlsFormat = keyof typeof renderers;

/** The coverage of standards, in one of the formats. */
export function renderControls(
  coverage: readonly Coverage[],
  format: ControlsFormat,
  session: Session,
): string {
  return renderers[format](coverage, session);
}

function renderTable(coverage: readonly Coverage[], { colours }: Session): string {
  const blocks = coverage.map((one) =>
    [
      colours.strong(one.standard.title),
      table(
        ["CONTROL", "WHAT", "CHECKED BY"],
        one.controls.map((covered) => [
          covered.control.id,
          covered.control.title,
          covered.policies.length > 0
            ? colours.good(checkedBy(covered))
            : colours.careful(checkedBy(covered)),
        ]),
        colours,
      ),
      sum(one),
    ].join("\n\n"),
  );
  return `${blocks.join("\n\n")}\n`;
}

function renderMarkdown(coverage: readonly Coverage[]): string {
  const blocks = coverage.map((one) => {
    const rows = one.controls.map(
      (covered) => `| ${covered.control.id} | ${covered.control.title} | ${checkedBy(covered)} |`,
    );
    const head = ["| control | what | checked by |", "| --- | --- | --- |"];
    return [`## ${one.standard.title}`, [...head, ...rows].join("\n"), sum(one), one.standard.url].join(
      "\n\n",
    );
  });
  return `${blocks.join("\n\n")}\n`;
}

/** The policies, what kube-bench found, and else who could tell. */
function checkedBy({ control, policies, onNodes }: Covered): string {
  const known = [
    ...(policies.length > 0 ? [policies.join(", ")] : []),
    ...(onNodes === undefined ? [] : [`kube-bench: ${onNodes}`]),
  ];
  if (known.length > 0) return known.join("; ");
  return control.elsewhere === undefined ? "no policy yet" : `not in manifests: ${control.elsewhere}`;
}

function sum({ standard, controls }: Coverage): string {
  const { byPolicies, onNodes, elsewhere } = counted(controls);
  const rest = controls.length - byPolicies - onNodes - elsewhere;
  return [
    `${standard.prefix}: ${byPolicies} of ${controls.length} controls by policies`,
    ...(onNodes > 0 ? [`${onNodes} more by kube-bench`] : []),
    `${elsewhere} that no manifest shows`,
    `${rest} without a policy`,
  ].join(", ");
}

function counted(controls: readonly Covered[]): {
  readonly byPolicies: number;
  readonly onNodes: number;
  readonly elsewhere: number;
} {
  const others = controls.filter(({ policies }) => policies.length === 0);
  const unknown = others.filter(({ onNodes }) => onNodes === undefined);
  return {
    byPolicies: controls.length - others.length,
    onNodes: others.length - unknown.length,
    elsewhere: unknown.filter(({ control }) => control.elsewhere !== undefined).length,
  };
}

/** Fields are only ever added. */
function renderJson(coverage: readonly Coverage[]): string {
  const report = coverage.map(({ standard, controls }) => ({
    standard: standard.prefix,
    title: standard.title,
    url: standard.url,
    isComplete: standard.isComplete,
    summary: { controls: controls.length, ...counted(controls) },
    controls: controls.map(({ control, policies, onNodes }) => ({
      ...control,
      policies,
      ...(onNodes === undefined ? {} : { kubeBench: onNodes }),
    })),
  }));
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
