/** What kube-bench says of each section: `PASS`, `FAIL`, `WARN` or `INFO`. */
export type KubeBench = ReadonlyMap<string, string>;

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
  return worst;
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
