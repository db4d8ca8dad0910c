import type { Exemption, SourcePolicy } from "@policyc/compiler";
import type { Collector, Span } from "@policyc/diagnostics";
import { unknownPack, unknownPolicy } from "./diagnostics/configuration.js";
import { checkExemption } from "./exemptions.js";
import type { Layer, Project } from "./project.js";
import { packOf } from "./select-sources.js";
import { suggest } from "./suggest.js";

/** What is exempt from this policy because the project exempts it from several: by the policy's name or its pack, or from all. */
export function sharedExemptions(source: SourcePolicy, { layers }: Project): readonly Exemption[] {
  return (sayingLayer(layers)?.says.exemptions ?? [])
    .filter(
      ({ policies, packs }) =>
        (policies === undefined && packs === undefined) ||
        policies?.includes(source.policy.name) === true ||
        packs?.includes(packOf(source)) === true,
    )
    .map(({ policies: _policies, packs: _packs, ...exemption }) => exemption);
}

export interface SharedExemptionsCheck {
  readonly project: Project;
  readonly policies: readonly SourcePolicy[];
  /** ISO date. */
  readonly today: string;
  readonly collector: Collector;
}

/** Reports, once for all policies, exemptions that have ended or have no bounds, and names of policies and packs that do not exist. */
export function checkSharedExemptions({ project, policies, today, collector }: SharedExemptionsCheck): void {
  const layer = sayingLayer(project.layers);
  const names = policies.map(({ policy }) => policy.name);
  const folders = [...new Set(policies.map(packOf))].sort();
  for (const [index, exemption] of (layer?.says.exemptions ?? []).entries()) {
    const path = [...(layer?.path ?? []), "exemptions", index];
    const span = (key?: string, position?: number): Span | undefined =>
      project.document?.valueSpan([...path, ...(key === undefined ? [] : [key]), ...one(position)]);
    checkExemption(exemption, span, today, collector);
    if (project.isPartly === true) continue;
    for (const [position, name] of (exemption.policies ?? []).entries()) {
      if (!names.includes(name))
        collector.report(unknownPolicy(span("policies", position), name, suggest(name, names), names));
    }
    for (const [position, pack] of (exemption.packs ?? []).entries()) {
      if (!folders.includes(pack))
        collector.report(unknownPack(span("packs", position), pack, suggest(pack, folders), folders));
    }
  }
}

/** The environment's exemptions take the place of the project's, as its other keys do. */
function sayingLayer(layers: readonly Layer[]): Layer | undefined {
  return layers.findLast(({ says }) => says.exemptions !== undefined);
}

function one(position: number | undefined): readonly number[] {
  return position === undefined ? [] : [position];
}
