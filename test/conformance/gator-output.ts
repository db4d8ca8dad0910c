/** What `gator verify -v` said about one case. */
export interface GatorCase {
  /** `<test>/<case>` */
  readonly name: string;
  readonly verdict: "PASS" | "FAIL" | "SKIP";
  readonly detail: string;
}

export interface GatorRun {
  readonly cases: readonly GatorCase[];
  /** What was said about a whole test: a template that does not compile, a constraint that does not fit. */
  readonly complaints: readonly string[];
}

const TEST = /^=== RUN {3}(?<name>.*)$/;
const CASE = /^ {4}(?:---|===) (?<verdict>PASS|FAIL|SKIP):? +(?<name>.*?)(?:\t\(.*\))?$/;
const NOISE = /^(?: {4}=== RUN|--- |ok\t|PASS|FAIL|Error: FAIL|$)/;

/** Reads gator's own words, because its exit code is 0 when nothing ran. */
export function readGatorOutput(output: string): GatorRun {
  const cases: GatorCase[] = [];
  const complaints: string[] = [];
  let test = "";
  for (const line of output.split("\n")) {
    const { name: started } = TEST.exec(line)?.groups ?? {};
    const { name: ended, verdict } = CASE.exec(line)?.groups ?? {};
    if (started !== undefined) {
      test = started;
    } else if (ended !== undefined) {
      cases.push({ name: `${test}/${ended}`, verdict: verdictOf(verdict), detail: "" });
    } else if (!NOISE.test(line)) {
      // Six spaces and more explain the case above; less explains the test.
      const last = line.startsWith("      ") ? cases.pop() : undefined;
      if (last === undefined) complaints.push(line.trim());
      else cases.push({ ...last, detail: `${last.detail} ${line.trim()}`.trim() });
    }
  }
  return { cases, complaints };
}

function verdictOf(word: string | undefined): GatorCase["verdict"] {
  return word === "PASS" || word === "SKIP" ? word : "FAIL";
}
