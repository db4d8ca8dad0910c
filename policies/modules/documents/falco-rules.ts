import { document } from "@policyc/sdk";

/** Which keys of an earlier definition an entry changes, and how. */
type Override = { [key: string]: string };

/** When a rule is not to alert: fields, how each is compared, and the values to compare with. */
export interface FalcoException {
  name?: string;
  fields?: string | string[];
  /** `=` where it is absent. */
  comps?: string | string[];
  values?: unknown;
}

/** One entry of a rules file: a rule, a macro, a list, or what versions the file needs. */
export interface FalcoEntry {
  rule?: string;
  macro?: string;
  list?: string;
  desc?: string;
  condition?: string;
  output?: string;
  priority?: string;
  /** Absent means syscall. */
  source?: string;
  tags?: string[];
  exceptions?: FalcoException[];
  enabled?: boolean;
  /** Of a list. */
  items?: (string | number)[];
  append?: boolean;
  override?: Override;
}

/** A rules file of Falco, a list at the top. */
export interface FalcoRules {
  items: FalcoEntry[];
}

export const FalcoRules = document<FalcoRules>({
  name: "FalcoRules",
  title: "Falco rules file",
  recognise: {
    items: {
      hasAny: ["rule", "macro", "list", "required_engine_version", "required_plugin_versions"],
    },
  },
});
