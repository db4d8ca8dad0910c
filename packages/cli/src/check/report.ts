import type { EngineName } from "@policyc/testing";
import type { BundledPolicy } from "../bundles/bundle.js";
import type { Place } from "./fault.js";
import type { Finding } from "./finding.js";
import type { Skipped } from "./load.js";

/** What a check came to. */
export interface CheckReport {
  /** In the order of files and places. */
  readonly findings: readonly Finding[];
  /** The same by place, and there by what is to mend. */
  readonly places: readonly Place[];
  readonly skipped: readonly Skipped[];
  readonly objects: number;
  readonly documents: number;
  readonly policies: readonly BundledPolicy[];
  /** Policies of the library that were not asked: they say nothing of worth before somebody has configured them. */
  readonly waiting: readonly BundledPolicy[];
  /** Where the policies come from. */
  readonly source: string;
  readonly engines: readonly EngineName[];
}
