/** A published standard, by version: what `policyc controls` measures the library against. */
export interface Standard {
  /** Begins every identifier: `CIS-1.10` in `CIS-1.10/5.1.3`. */
  readonly prefix: string;
  readonly title: string;
  readonly url: string;
  /** In the order of the standard. */
  readonly controls: readonly Control[];
  /** Whether these are all its controls, or only those that policies serve. */
  readonly isComplete: boolean;
}

/** One recommendation. Titles are in our own words; the standard has the text. */
export interface Control {
  /** The section, or what the standard calls it: `5.1.3`, `K03`, `baseline/seccomp`. */
  readonly id: string;
  readonly title: string;
  /** How to check what no manifest shows. Absent where manifests or documents could show it. */
  readonly elsewhere?: string;
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
