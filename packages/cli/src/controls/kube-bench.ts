import type { Standard } from "./standard.js";

/** A report of kube-bench. */
export interface KubeBench {
  /** The benchmark, in kube-bench's words: `cis-1.10`, `eks-1.5.0`. Reports of old versions do not say it. */
  readonly version?: string;
  /** What it says of each section: `PASS`, `FAIL`, `WARN` or `INFO`. */
  readonly found: ReadonlyMap<string, string>;
}

/** Whether the sections of the report are those of the standard. */
export function isOf(report: KubeBench | undefined, { kubeBench = [] }: Standard): boolean {
  return report !== undefined && (report.version === undefined || kubeBench.includes(report.version));
}

/** From the worst to the best: of several nodes, or groups, the worst counts. */
const verdicts = ["FAIL", "WARN", "INFO", "PASS"];

/** Reads the output of `kube-bench --json`; `undefined` where it is something else. */
export function readKubeBench(text: string): KubeBench | undefined {
  const value = parsed(text);
  const found = resultsIn(value);
  if (found.length === 0) return undefined;
  const worst = new Map<string, string>();
  for (const { section, status } of found) {
    const known = worst.get(section);
    if (known === undefined || verdicts.indexOf(status) < verdicts.indexOf(known)) worst.set(section, status);
  }
  const version = versionIn(value);
  return { found: worst, ...(version === undefined ? {} : { version }) };
}

/** `Controls[].version`: all parts of a report are of one benchmark. */
function versionIn(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map(versionIn).find((version) => version !== undefined);
  if (typeof value !== "object" || value === null) return undefined;
  if ("version" in value && typeof value.version === "string" && value.version !== "") return value.version;
  return "Controls" in value ? versionIn(value.Controls) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Result {
  readonly section: string;
  readonly status: string;
}

/** `Controls[].tests[].results[]`, or one of the older outputs, which are a part of it. */
function resultsIn(value: unknown): readonly Result[] {
  if (Array.isArray(value)) return value.flatMap(resultsIn);
  if (typeof value !== "object" || value === null) return [];
  if ("test_number" in value && "status" in value) {
    const { test_number: section, status } = value;
    return typeof section === "string" && typeof status === "string" ? [{ section, status }] : [];
  }
  return ["Controls", "tests", "results"].flatMap((field) =>
    Object.entries(value).flatMap(([key, inner]) => (key === field ? resultsIn(inner) : [])),
  );
}
