import { inventory, parameters, policy, violation } from "@policyc/sdk";
import { type FalcoEntry, FalcoRules } from "../../modules/documents/falco-rules.js";
import {
  conditionWords,
  fieldsIn,
  fieldsOfOutput,
  listsIn,
  macrosIn,
} from "../../modules/falco-conditions.js";

interface Params {
  /** Macros and lists of rules files that are loaded before, e.g. `spawned_process` of Falco's own. */
  known?: string[];
  /** Classes of fields that plugins bring, beside Falco's own: `k8smeta` is one of those. */
  classes?: string[];
}

/** The classes of fields that events have, as `falco --list=<source>` names them. */
const classes: { [source: string]: string[] } = {
  syscall: [
    "evt",
    "proc",
    "thread",
    "user",
    "group",
    "container",
    "fd",
    "fs",
    "syslog",
    "fdlist",
    "k8s",
    "k8smeta",
  ],
  k8s_audit: ["evt", "ka", "jevt", "json"],
};

export default policy({
  name: "falco-rules-defined",
  title: "Falco rules use what is defined",
  description:
    "Macros and lists that a Falco rules file uses must be defined in it, or in another that is checked with it, or known; fields must be of a class that the events of the rule have.",
  rationale:
    "Falco refuses a file with an undefined macro, and stops or goes on without its rules; an undefined list is a value that no process ever has.",
  remediation:
    "Define the macro or list in the file, check it together with the file that brings it, or say with `known` what Falco's own bring; and load that one first in `rules_files`.",
  severity: "high",
  controls: ["NIST-800-53-5/SI-4", "NIST-800-190/4.4.4", "NSA-CISA-1.2/threat-detection"],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [FalcoRules],
  params: parameters<Params>({}),
  *check({ object, params }) {
    const known = params.known ?? [];
    const entries = [...inventory(FalcoRules).flatMap(({ items }) => items), ...object.items];
    const macros = [...entries.map(({ macro = "" }) => macro), ...known];
    const lists = [...entries.map(({ list = "" }) => list), ...known];
    for (const entry of object.items) {
      const condition = entry.condition ?? "";
      const name = entry.rule ?? entry.macro ?? entry.list ?? "";
      for (const macro of macrosIn(condition)) {
        if (!macros.includes(macro))
          yield violation(`<${name}> uses the macro ${macro}, which is not defined`, entry);
      }
      for (const list of [...listsIn(conditionWords(condition)), ...listsIn(itemsOf(entry))]) {
        if (!lists.includes(list))
          yield violation(`<${name}> uses the list ${list}, which is not defined`, entry);
      }
      // A macro may be used by rules of any source.
      if (entry.rule === undefined) continue;
      const source = entry.source ?? "syscall";
      const ofSource = classes[source];
      if (ofSource === undefined) continue;
      for (const field of [...fieldsIn(condition), ...fieldsOfOutput(entry.output ?? "")]) {
        const [owner = ""] = field.split(".");
        if (![...ofSource, ...(params.classes ?? [])].includes(owner))
          yield violation(
            `<${name}> uses the field ${field}, of a class that ${source} events have not`,
            entry,
          );
      }
    }
  },
});

/** A list may hold lists; its items as they would stand in a condition. */
function itemsOf({ items }: FalcoEntry): string[] {
  return (items ?? []).flatMap((item) => [",", `${item}`]);
}
