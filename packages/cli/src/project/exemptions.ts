import type { Exemption } from "@policyc/compiler";
import type { Collector, Span } from "@policyc/diagnostics";
import { boundlessExemption, expiredExemption, noSuchDay } from "./diagnostics/configuration.js";

/** Reports an exemption that has ended, that never ends because its day does not exist, or that exempts everything. */
export function checkExemption(
  exemption: Exemption,
  span: (key?: string) => Span | undefined,
  today: string,
  collector: Collector,
): void {
  const { expires, reason, namespaces, names, labelSelector } = exemption;
  if (!isDay(expires)) collector.report(noSuchDay(span("expires"), expires));
  else if (expires < today) collector.report(expiredExemption(span("expires"), expires, reason));
  if (namespaces === undefined && names === undefined && labelSelector === undefined) {
    collector.report(boundlessExemption(span(), reason));
  }
}

/** Does the calendar know this ISO date? JavaScript reads February 31st as March 3rd. */
function isDay(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}
