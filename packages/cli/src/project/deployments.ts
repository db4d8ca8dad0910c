import {
  clusterPolicy,
  type Deployment,
  type ParameterSource,
  type SourcePolicy,
  type Stage,
  type TargetName,
  targetNames,
} from "@policyc/compiler";
import { Collector, defect } from "@policyc/diagnostics";
import type { Policy } from "@policyc/ir";
import { defaults } from "./config.js";
import { documentsOnly, olderKubernetes, unknownPolicy } from "./diagnostics/configuration.js";
import { checkExemption } from "./exemptions.js";
import { parameterSource } from "./parameter-source.js";
import { checkParameters, parameterValues, type SettingsLayer } from "./parameters.js";
import { type Layer, lastSaid, type Project } from "./project.js";
import { checkSharedExemptions, sharedExemptions } from "./shared-exemptions.js";
import { suggest } from "./suggest.js";

/** One policy as it is to be built. */
export interface PlannedPolicy extends SourcePolicy {
  readonly deployment: Deployment;
  /** Empty for a policy that looks at documents alone: nothing is written for it. */
  readonly targets: readonly TargetName[];
}

export interface DeploymentFlags {
  /** Replaces every `stage` of the configuration. */
  readonly stage?: Stage;
  /** Builds no other target. */
  readonly targets?: readonly TargetName[];
}

export interface Planning {
  readonly project: Project;
  readonly policies: readonly SourcePolicy[];
  readonly flags: DeploymentFlags;
  /** ISO date. */
  readonly today: string;
  readonly collector: Collector;
}

/**
 * How each enabled policy is deployed: the configuration of all layers. What is wrong is reported, and the
 * policies that it concerns are left out.
 */
export function planDeployments(planning: Planning): readonly PlannedPolicy[] {
  // A policy that could not be read has no name here, and its settings are not to blame.
  if (!planning.collector.hasErrors) {
    if (planning.project.isPartly !== true) reportUnknownPolicies(planning);
    checkSharedExemptions(planning);
  }
  const byName = [...planning.policies].sort((a, b) => (a.policy.name < b.policy.name ? -1 : 1));
  return byName.flatMap((source) => planDeployment(source, planning) ?? []);
}

/** How one policy will be deployed, if there is nothing wrong with its parameters: to know that takes longer than all else. */
export function expectedDeployment(
  source: SourcePolicy,
  planning: Omit<PolicyPlanning, "collector">,
): PlannedPolicy | undefined {
  return plannedWith(source, { ...planning, collector: new Collector() }, () => {});
}

/** How one policy is deployed; `undefined` where it is disabled, or where something was reported. */
function planDeployment(source: SourcePolicy, planning: PolicyPlanning): PlannedPolicy | undefined {
  return plannedWith(source, planning, (layers, own) =>
    checkParameters(source.policy, layers, planning.project.document, own),
  );
}

function plannedWith(
  source: SourcePolicy,
  planning: PolicyPlanning,
  check: (layers: readonly SettingsLayer[], collector: Collector) => void,
): PlannedPolicy | undefined {
  const layers = settingsOf(source.policy, planning.project);
  const enabled = last(layers, "enabled") ?? true;
  // A disabled policy's settings are checked all the same: they must still be right when it is enabled again.
  const own = new Collector();
  check(layers, own);
  const deployment = deploymentOf(source, layers, { ...planning, collector: own });
  const forCluster = clusterPolicy(source.policy) !== undefined;
  const targets = forCluster ? targetsOf(layers, planning) : [];
  if (!forCluster) refuseTargets(source.policy, layers, { ...planning, collector: own });
  planning.collector.reportAll(own.diagnostics);
  const isUsed = enabled && (targets.length > 0 || !forCluster);
  return isUsed && !own.hasErrors ? { ...source, deployment, targets } : undefined;
}

type PolicyPlanning = Omit<Planning, "policies">;

function deploymentOf(
  source: SourcePolicy,
  settings: readonly SettingsLayer[],
  planning: PolicyPlanning,
): Deployment {
  const { policy } = source;
  const { project, flags } = planning;
  const vapParameters = parametersInCluster(policy, planning);
  return {
    stage: flags.stage ?? last(settings, "stage") ?? lastSaid(project.layers, "stage") ?? defaults.stage,
    params: parameterValues(policy, settings),
    excludedNamespaces: [
      ...new Set([
        ...(lastSaid(project.layers, "excludedNamespaces") ?? []),
        ...(last(settings, "excludedNamespaces") ?? []),
      ]),
    ],
    exemptions: [...sharedExemptions(source, project), ...exemptionsOf(settings, planning)],
    minKubernetes: minKubernetes(policy, planning),
    ...(vapParameters === undefined ? {} : { vapParameters }),
  };
}

/** Where an admission policy finds its parameters. Nobody is bothered with what it takes for a target that is not built. */
export function parametersInCluster(
  policy: Policy,
  { project, flags, collector }: Pick<Planning, "project" | "flags" | "collector">,
): ParameterSource | undefined {
  const settings = settingsOf(policy, project);
  const isReached =
    targetsOf(settings, { project, flags }).includes("vap") && policy.unreachable?.["vap"] === undefined;
  if (!isReached || clusterPolicy(policy) === undefined) return undefined;
  const source = parameterSource(policy, settings, project, collector);
  return source.kind === "inline" ? undefined : source;
}

function minKubernetes(policy: Policy, { project, collector }: PolicyPlanning): string {
  const promised = lastSaid(project.layers, "minKubernetes");
  const needed = policy.minKubernetes;
  if (promised === undefined) return needed ?? defaults.minKubernetes;
  if (needed === undefined || minor(needed) <= minor(promised)) return promised;
  collector.report(olderKubernetes(policy.span, policy.name, needed, promised));
  return needed;
}

function minor(version: string): number {
  const parsed = Number(version.split(".")[1]);
  return Number.isInteger(parsed) ? parsed : defect(`\`${version}\` is not a Kubernetes version`);
}

function exemptionsOf(
  settings: readonly SettingsLayer[],
  { project, today, collector }: PolicyPlanning,
): Deployment["exemptions"] {
  const layer = settings.findLast((candidate) => candidate.says.exemptions !== undefined);
  const exemptions = layer?.says.exemptions ?? [];
  for (const [index, exemption] of exemptions.entries()) {
    const path = [...(layer?.path ?? []), "exemptions", index];
    checkExemption(
      exemption,
      (key) => project.document?.valueSpan(key === undefined ? path : [...path, key]),
      today,
      collector,
    );
  }
  return exemptions;
}

function targetsOf(
  settings: readonly SettingsLayer[],
  { project, flags }: Pick<Planning, "project" | "flags">,
): readonly TargetName[] {
  const own = last(settings, "targets");
  const wanted = own ?? flags.targets ?? lastSaid(project.layers, "targets") ?? targetNames;
  return targetNames.filter((name) => wanted.includes(name) && (flags.targets ?? targetNames).includes(name));
}

function refuseTargets(
  policy: Policy,
  settings: readonly SettingsLayer[],
  { project, collector }: PolicyPlanning,
): void {
  for (const { says, path } of settings) {
    if (says.targets === undefined) continue;
    collector.report(documentsOnly(project.document?.keySpan([...path, "targets"]), policy.name));
  }
}

/** What each layer says of the policy, the more particular one later. */
function settingsOf(policy: Policy, project: Project): readonly SettingsLayer[] {
  return project.layers.flatMap(({ says, path }) => {
    const settings = says.settings ?? {};
    const own = Object.hasOwn(settings, policy.name) ? settings[policy.name] : undefined;
    return own === undefined ? [] : [{ says: own, path: [...path, "settings", policy.name] }];
  });
}

function last<K extends keyof SettingsLayer["says"]>(
  settings: readonly SettingsLayer[],
  key: K,
): SettingsLayer["says"][K] | undefined {
  return settings.findLast((layer) => layer.says[key] !== undefined)?.says[key];
}

/** Every environment is looked at, not only the one that is built: a wrong name never becomes right. */
function reportUnknownPolicies({ project, policies, collector }: Planning): void {
  const known = policies.map(({ policy }) => policy.name);
  const environments = Object.entries(project.config.environments ?? {}).map(
    ([name, says]): Layer => ({ says, path: ["environments", name] }),
  );
  for (const { says, path } of [{ says: project.config, path: [] }, ...environments]) {
    for (const name of Object.keys(says.settings ?? {})) {
      if (known.includes(name)) continue;
      collector.report(
        unknownPolicy(
          project.document?.keySpan([...path, "settings", name]),
          name,
          suggest(name, known),
          known,
        ),
      );
    }
  }
}
