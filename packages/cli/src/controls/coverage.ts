import type { KubeBench } from "./kube-bench.js";
import type { Control, Standard } from "./standard.js";

/** A policy, as far as standards are concerned. */
export interface Serving {
  readonly name: string;
  readonly controls: readonly string[];
}

/** One control of a standard, and what is known of it. */
export interface Covered {
  readonly control: Control;
  /** The policies that serve it, by name. */
  readonly policies: readonly string[];
  /** What kube-bench found on the nodes; absent without a report, or where it says nothing. */
  readonly onNodes?: string;
}

/** How a standard is covered. */
export interface Coverage {
  readonly standard: Standard;
  readonly controls: readonly Covered[];
}

/** What covers each control of a standard. A policy of a whole level serves each control of the level. */
export function coverageOf(
  standard: Standard,
  policies: readonly Serving[],
  kubeBench: KubeBench | undefined,
): Coverage {
  return {
    standard,
    controls: standard.controls.map((control) => covered(control, standard, policies, kubeBench)),
  };
}

function covered(
  control: Control,
  { prefix }: Standard,
  policies: readonly Serving[],
  kubeBench: KubeBench | undefined,
): Covered {
  const whole = `${prefix}/${control.id}`;
  const level = whole.slice(0, whole.lastIndexOf("/"));
  const serving = policies.filter(
    ({ controls }) => controls.includes(whole) || (level !== prefix && controls.includes(level)),
  );
  const onNodes = prefix === "CIS-1.10" ? kubeBench?.get(control.id) : undefined;
  return {
    control,
    policies: serving.map(({ name }) => name).sort(),
    ...(onNodes === undefined ? {} : { onNodes }),
  };
}
