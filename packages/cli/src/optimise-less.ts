import { setFlagsFromString } from "node:v8";

/**
 * What a function must do before V8 optimises it, by the major version of V8 (Node 20: 11, Node 22: 12, Node 24: 13). A
 * build is over in seconds: with V8's own limits half of its processor time went into optimised code that hardly ran
 * (an eighth on Node 24, which has a cheaper compiler in between). The names of these flags change, so that no version is
 * given one that has not been tried.
 */
const flags: Readonly<Record<string, readonly string[]>> = {
  "11": ["--always-sparkplug", "--interrupt-budget=800000"],
  "12": ["--always-sparkplug", "--invocation-count-for-turbofan=30000"],
  "13": ["--always-sparkplug", "--invocation-count-for-turbofan=30000"],
};

/** For a command that compiles once, or now and then what has changed: to be called before the compiler is loaded. */
export function optimiseLess(): void {
  const [major = ""] = process.versions.v8.split(".");
  for (const flag of flags[major] ?? []) setFlagsFromString(flag);
}
