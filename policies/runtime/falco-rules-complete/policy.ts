import { parameters, policy, regexMatches, violation } from "@policyc/sdk";
import { type FalcoEntry, FalcoRules } from "../../modules/documents/falco-rules.js";

interface Params {
  /** Accept rules without tags. */
  untagged?: boolean;
  /** Accept rules without a word on exceptions. */
  withoutExceptions?: boolean;
}

export default policy({
  name: "falco-rules-complete",
  title: "Falco rules say what an alert needs",
  description:
    "A Falco rule must have a description, a condition, a known priority, tags, exceptions, and an output that names who, what and where.",
  rationale:
    "An alert that names no process, user or container cannot be acted on at night; a rule without exceptions is silenced as a whole when it is noisy once.",
  remediation:
    "Add the missing keys. Declare `exceptions` with `name` and `fields` even before there are values, and use `override` instead of `append: true`.",
  severity: "low",
  controls: [
    "NIST-800-53-5/SI-4",
    "NIST-800-53-5/AU-3",
    "NIST-800-190/4.4.4",
    "NSA-CISA-1.2/threat-detection",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [FalcoRules],
  params: parameters<Params>({}),
  *check({ object, params }) {
    for (const entry of object.items) {
      if (entry.append === true) {
        yield violation(`<${nameOf(entry)}> is changed by append: use override`, entry);
      }
      if (entry.rule !== undefined && isWhole(entry)) {
        const rule = `rule <${entry.rule}>`;
        const source = entry.source ?? "syscall";
        const output = entry.output ?? "";
        for (const [key, text] of [
          ["desc", entry.desc],
          ["condition", entry.condition],
          ["output", entry.output],
        ] as const) {
          if ((text ?? "").trim() === "") yield violation(`${rule} has no ${key}`, entry);
        }
        if (!isPriority(entry.priority ?? "")) {
          yield violation(`${rule} has no priority of Falco's: <${entry.priority ?? ""}>`, entry);
        }
        if (params.untagged !== true && (entry.tags ?? []).length === 0) {
          yield violation(`${rule} has no tags`, entry);
        }
        if (params.withoutExceptions !== true && entry.exceptions === undefined) {
          yield violation(`${rule} has no exceptions`, entry);
        }
        for (const { name, fields } of entry.exceptions ?? []) {
          if (name === undefined || fields === undefined) {
            yield violation(`${rule} has an exception without name or fields`, entry);
          }
        }
        for (const { what, fields } of source === "syscall" ? ofSyscalls : ofOthers) {
          if (output !== "" && !fields.some((field) => output.includes(field))) {
            yield violation(`${rule} does not say ${what} in its output: ${fields.join(", ")}`, entry);
          }
        }
      }
    }
  },
});

/** What the output of an alert on system calls must have. */
const ofSyscalls = [
  { what: "who", fields: ["%user."] },
  { what: "what", fields: ["%proc.", "%evt.args"] },
  { what: "where", fields: ["%container.", "%k8s."] },
];

/** Of the events of plugins, such as the Kubernetes audit log. */
const ofOthers = [{ what: "anything of the event", fields: ["%"] }];

/** Entries that change an earlier rule, or turn it on or off, say only what they change. */
function isWhole(entry: FalcoEntry): boolean {
  const onlyTurns = entry.condition === undefined && entry.desc === undefined && entry.enabled !== undefined;
  return entry.append !== true && entry.override === undefined && !onlyTurns;
}

function isPriority(priority: string): boolean {
  return regexMatches(
    "(?i)^(emergency|alert|critical|error|warning|notice|info|informational|debug)$",
    priority,
  );
}

function nameOf(entry: FalcoEntry): string {
  return entry.rule ?? entry.macro ?? entry.list ?? "";
}
