import { relative } from "node:path";
import type { EmittedFile } from "@policyc/compiler";
import { manifestName } from "../files/manifest.js";
import { shownPath, type WritePlan } from "../files/plan.js";
import type { PlannedPolicy } from "../project/deployments.js";
import type { Session } from "../session.js";
import { count } from "./count.js";
import { table } from "./table.js";

/** What a build came to. */
export interface Built {
  readonly deployments: readonly PlannedPolicy[];
  readonly emitted: readonly EmittedFile[];
  readonly plan: WritePlan;
}

/** More paths than this are told folder by folder. */
const manyPaths = 12;

/** The table of policies, then the paths that were written. */
export function renderBuilt({ deployments, plan }: Built, { cwd, colours }: Session): string {
  const files = filesByPolicy(plan);
  const rows = deployments.map(({ policy, deployment, targets }) => [
    policy.name,
    deployment.stage,
    targets.filter((target) => policy.unreachable?.[target] === undefined).join(" ") || "– (documents)",
    String(files.get(policy.name) ?? 0),
  ]);
  const written = plan.changed.map(({ file }) => file.path).filter((path) => path !== manifestName);
  const folder = shownPath(plan.folder, "", cwd);
  const total = plan.changed.length + plan.unchanged.length - 1;
  const lines = [
    ...(rows.length === 0 ? [] : [table(["POLICY", "STAGE", "TARGETS", "FILES"], rows, colours), ""]),
    ...deployments.flatMap(leftOut),
    ...(written.length > manyPaths
      ? byFolder(written, plan, cwd)
      : written.map((path) => `wrote   ${shownPath(plan.folder, path, cwd)}`)),
    ...documentsNote(deployments),
    ...plan.stale.map((path) => `removed ${shownPath(plan.folder, path, cwd)}`),
    written.length + plan.stale.length === 0
      ? `${colours.good("✓")} ${count(deployments.length, "policy", "policies")}, ${count(total, "file")} in ${folder}, all up to date`
      : `${colours.good("✓")} ${count(deployments.length, "policy", "policies")}, ${count(total, "file")} in ${folder}: ${written.length} written, ${plan.stale.length} removed`,
  ];
  return `${lines.join("\n")}\n`;
}

/** A policy that writes nothing must not look as if it were in the cluster. */
function documentsNote(deployments: readonly PlannedPolicy[]): readonly string[] {
  const names = deployments.filter(({ targets }) => targets.length === 0).map(({ policy }) => policy.name);
  if (names.length === 0) return [];
  const looks = names.length === 1 ? "looks" : "look";
  return [
    `left out ${names.join(", ")}: ${looks} at documents alone, which no cluster sees; use \`policyc check\``,
  ];
}

/** More names than this are counted. */
const manyNames = 3;

/** One line about a build after a change: which policies were compiled again, and what was written of them. */
export function renderRebuilt(
  compiled: readonly string[],
  plan: WritePlan,
  { cwd, colours }: Session,
): string {
  const names =
    compiled.length > manyNames
      ? count(compiled.length, "policy", "policies")
      : compiled.join(", ") || "no policy";
  const written = plan.changed.filter(({ file }) => file.path !== manifestName).length;
  const folder = shownPath(plan.folder, "", cwd);
  return `${colours.good("✓")} compiled ${names}: ${count(written, "file")} written in ${folder}, ${plan.stale.length} removed`;
}

/** What `--check` found. */
export function renderOutdated(plan: WritePlan, { cwd, colours }: Session): string {
  const shown = (path: string): string => shownPath(plan.folder, path, cwd);
  const lines = [
    ...plan.changed.map(
      ({ file, before }) => `${before === undefined ? "missing " : "outdated"} ${shown(file.path)}`,
    ),
    ...plan.stale.map((path) => `stale    ${shown(path)}`),
    `${colours.bad("✗")} ${relative(cwd, plan.folder) || "."} is not what the policies make: run \`policyc build\``,
  ];
  return `${lines.join("\n")}\n`;
}

/** The targets that were asked for and that the policy cannot have, with the author's reason. */
function leftOut({ policy, targets }: PlannedPolicy): readonly string[] {
  return targets.flatMap((target) => {
    const why = policy.unreachable?.[target];
    return why === undefined ? [] : [`left out ${target} for ${policy.name}: ${why}`];
  });
}

function byFolder(written: readonly string[], plan: WritePlan, cwd: string): readonly string[] {
  const counts = new Map<string, number>();
  for (const path of written) {
    const [top = "."] = path.split("/");
    counts.set(top, (counts.get(top) ?? 0) + 1);
  }
  return [...counts].map(
    ([top, number]) => `wrote   ${shownPath(plan.folder, top, cwd)} (${count(number, "file")})`,
  );
}

/** How many files each policy has: `<target>/<policy>.yaml`, or below `<target>/<policy>/`. */
function filesByPolicy(plan: WritePlan): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const path of [...plan.changed.map(({ file }) => file.path), ...plan.unchanged]) {
    const policy = (path.split("/")[1] ?? "").replace(/\.yaml$/, "");
    counts.set(policy, (counts.get(policy) ?? 0) + 1);
  }
  return counts;
}
