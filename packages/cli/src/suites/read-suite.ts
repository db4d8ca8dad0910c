import { Collector } from "@policyc/diagnostics";
import {
  isGatorSuite,
  isKyvernoTest,
  parseYaml,
  type ReadText,
  readGatorSuite,
  readKyvernoTest,
  readSuite,
  readTextFile,
  type Suite,
} from "@policyc/testing";
import type { SuiteFile } from "./find-suites.js";

/** A suite in whichever format it is written: policyc's, that of `gator verify`, or that of `kyverno test`. */
export function suiteOf({ file, text }: SuiteFile, read: ReadText = readTextFile): Suite {
  const documents = parseYaml(text, file, new Collector(), "core");
  if (documents.some(({ value }) => isGatorSuite(value))) return readGatorSuite(text, file, read);
  if (documents.some(({ value }) => isKyvernoTest(value))) return readKyvernoTest(text, file, read);
  return readSuite(text, file, read);
}
