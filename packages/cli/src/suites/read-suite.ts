import { Collector } from "@policyc/diagnostics";
import {
  isGatorSuite,
  parseYaml,
  readGatorSuite,
  readSuite,
  readTextFile,
  type Suite,
} from "@policyc/testing";
import type { SuiteFile } from "./find-suites.js";

/** A suite in whichever format it is written: policyc's, or that of `gator verify`. */
export function suiteOf({ file, text }: SuiteFile): Suite {
  const isGator = parseYaml(text, file, new Collector(), "core").some(({ value }) => isGatorSuite(value));
  return isGator ? readGatorSuite(text, file, readTextFile) : readSuite(text, file, readTextFile);
}
