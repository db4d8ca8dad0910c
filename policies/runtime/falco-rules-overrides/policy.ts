import { policy, type Violation, violation } from "@policyc/sdk";
import { type FalcoEntry, type FalcoException, FalcoRules } from "../../modules/documents/falco-rules.js";

/** What can be appended to; everything else is replaced (userspace/engine/rule_loader_reader.cpp). */
const appendable: readonly string[] = ["condition", "output", "desc", "tags", "exceptions", "items"];

export default policy({
  name: "falco-rules-overrides",
  title: "Falco can load what changes its rules",
  description:
    "An `override` must append or replace keys that the entry gives and that take it; exceptions must compare as many fields as they name.",
  rationale:
    "Falco refuses a whole file for one override that it cannot apply. It then runs with the rules of before, or not at all, and nobody is told.",
  remediation:
    "Give each key that `override` names, with `append` or `replace`; leave `append: true` out; list as many `comps` as `fields`.",
  severity: "high",
  controls: ["NIST-800-53-5/SI-4", "NIST-800-190/4.4.4", "NSA-CISA-1.2/threat-detection"],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [FalcoRules],
  *check({ object }) {
    for (const entry of object.items) {
      const name = entry.rule ?? entry.macro ?? entry.list ?? "";
      for (const [key, how] of Object.entries(entry.override ?? {})) {
        if (how !== "append" && how !== "replace")
          yield violation(`<${name}> overrides ${key} by ${how}, which is neither append nor replace`, entry);
        if (how === "append" && !appendable.includes(key))
          yield violation(`<${name}> appends to ${key}, which can only be replaced`, entry);
        if (lacks(entry, key)) yield violation(`<${name}> overrides ${key} and gives none`, entry);
      }
      if (entry.override !== undefined && entry.append === true)
        yield violation(`<${name}> has both override and append`, entry);
      for (const exception of entry.exceptions ?? []) yield* comparable(name, exception, entry);
    }
  },
});

function lacks(entry: FalcoEntry, key: string): boolean {
  switch (key) {
    case "condition":
      return entry.condition === undefined;
    case "output":
      return entry.output === undefined;
    case "desc":
      return entry.desc === undefined;
    case "priority":
      return entry.priority === undefined;
    case "tags":
      return entry.tags === undefined;
    case "exceptions":
      return entry.exceptions === undefined;
    case "enabled":
      return entry.enabled === undefined;
    case "items":
      return entry.items === undefined;
    default:
      return false;
  }
}

function* comparable(rule: string, exception: FalcoException, entry: FalcoEntry): Iterable<Violation> {
  const fields = listOf(exception.fields);
  const comps = listOf(exception.comps);
  if (comps.length > 0 && comps.length !== fields.length)
    yield violation(
      `<${rule}> has an exception <${exception.name ?? ""}> with ${fields.length} fields and ${comps.length} comps`,
      entry,
    );
}

function listOf(value: string | string[] | undefined): string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}
