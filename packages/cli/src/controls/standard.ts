/** A published standard, by version: what `policyc controls` measures the library against. */
export interface Standard {
  /** Begins every identifier: `CIS-2.0` in `CIS-2.0/5.1.3`. */
  readonly prefix: string;
  readonly title: string;
  readonly url: string;
  /** In the order of the standard. */
  readonly controls: readonly Control[];
  /** Whether these are all its controls, or only those that policies serve. */
  readonly isComplete: boolean;
  /** The versions, in kube-bench's words, whose sections have the same numbers. */
  readonly kubeBench?: readonly string[];
}

/** One recommendation. Titles are in our own words; the standard has the text. */
export interface Control {
  /** The section, or what the standard calls it: `5.1.3`, `K03`, `baseline/seccomp`. */
  readonly id: string;
  readonly title: string;
  /** How to check what no manifest shows. Absent where manifests or documents could show it. */
  readonly elsewhere?: string;
  /** The same recommendation in another version of the standard: whoever serves that serves this. */
  readonly sameAs?: string;
}

/** Controls from short rows: id, title and, where no manifest shows it, how to check it. */
export function controls(
  rows: readonly (readonly [id: string, title: string, elsewhere?: string])[],
): readonly Control[] {
  return rows.map(([id, title, elsewhere]) => ({
    id,
    title,
    ...(elsewhere === undefined ? {} : { elsewhere }),
  }));
}
