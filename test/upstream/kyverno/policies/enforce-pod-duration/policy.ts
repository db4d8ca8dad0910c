import { parseInteger, podMetadata, policy, violation, workloads } from "@policyc/sdk";

/** The seconds of a duration as Go writes it, down to whole seconds: `1h30m`. Zero for anything else. */
function seconds(duration: string): number {
  if (!/^([0-9]+h)?([0-9]+m)?([0-9]+s)?$/.test(duration)) return 0;
  return 3600 * part(duration, "h") + 60 * part(duration, "m") + part(duration, "s");
}

/** The number before a unit: what is left of it when larger units are gone. */
function part(duration: string, unit: string): number {
  if (!duration.includes(unit)) return 0;
  const before = duration.split(unit)[0] ?? "";
  return parseInteger(before.replaceAll("h", ":").replaceAll("m", ":").split(":").at(-1) ?? "0") ?? 0;
}

export default policy({
  name: "pod-lifetime",
  title: "Pod lifetime",
  description: "Pods may not ask for a lifetime of more than eight hours.",
  severity: "medium",
  match: workloads,
  kyverno: { rule: "pods-lifetime" },
  *check({ object }) {
    const lifetime = podMetadata(object).annotations?.["pod.kubernetes.io/lifetime"] ?? "0s";
    if (seconds(lifetime) > 8 * 3600) yield violation(`the lifetime <${lifetime}> is above the limit of 8h`);
  },
});
