import { isOf, type KubeBench } from "./kube-bench.js";
import type { Control, Standard } from "./standard.js";
import { newestName } from "./standards/newest-name.js";

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

/**
 * What covers each control of a standard. A policy of a whole level serves each control of the level, and one that names another
 * version of the standard the controls that stayed the same.
 */
export function coverageOf(
  standard: Standard,
  policies: readonly Serving[],
  kubeBench: KubeBench | undefined,
): Coverage {
  const serving = policies.map(({ name, controls }) => ({ name, controls: controls.map(newestName) }));
  return {
    standard,
    controls: standard.controls.map((control) => covered(control, standard, serving, kubeBench)),
  };
}

function covered(
  control: Control,
  standard: Standard,
  policies: readonly Serving[],
  kubeBench: KubeBench | undefined,
): Covered {
  const whole = `${standard.prefix}/${control.id}`;
  const level = whole.slice(0, whole.lastIndexOf("/"));
  const name = control.sameAs ?? whole;
  const serving = policies.filter(
    ({ controls }) => controls.includes(name) || (level !== standard.prefix && controls.includes(level)),
  );
  const onNodes = isOf(kubeBench, standard) ? kubeBench?.found.get(control.id) : undefined;
  return {
    control,
    policies: serving.map((policy) => policy.name).sort(),
    ...(onNodes === undefined ? {} : { onNodes }),
  };
}
