import { resolve } from "node:path";
import { readTextFile, type Suite } from "@policyc/testing";
import type { SuiteFile } from "../suites/find-suites.js";
import { suiteOf } from "../suites/read-suite.js";

/** Suites that are read again only when they, or a file that they name, change. */
export interface LivingSuites {
  readonly read: (file: SuiteFile) => Suite;
  /** Takes over files that have changed, appeared or gone since; absolute. */
  readonly update: (files: readonly string[]) => void;
  /** The suites, and all that they name; absolute. */
  readonly inputs: () => ReadonlySet<string>;
  /** Whether a suite was read again since the last round that did its work. */
  readonly isFresh: (file: string) => boolean;
  /** Ends such a round. */
  readonly settle: () => void;
}

interface KnownSuite {
  readonly suite: Suite;
  /** Grows: a manifest is read when its case runs. */
  readonly inputs: ReadonlySet<string>;
}

export function livingSuites(): LivingSuites {
  const known = new Map<string, KnownSuite>();
  const fresh = new Set<string>();
  return {
    read: (file) => {
      const earlier = known.get(file.file);
      if (earlier !== undefined) return earlier.suite;
      const inputs = new Set([file.file]);
      const suite = suiteOf(file, (path) => {
        inputs.add(resolve(path));
        return readTextFile(path);
      });
      known.set(file.file, { suite, inputs });
      fresh.add(file.file);
      return suite;
    },
    update: (files) => {
      for (const [suite, { inputs }] of known)
        if (files.some((file) => inputs.has(file))) known.delete(suite);
    },
    inputs: () => new Set([...known.values()].flatMap(({ inputs }) => [...inputs])),
    isFresh: (file) => fresh.has(file),
    settle: () => fresh.clear(),
  };
}
