import type { Exemption } from "@policyc/compiler";
import { textAt } from "../fixtures/json.js";
import type { Reason, Subject } from "./criterion.js";
import { globMatches } from "./glob.js";
import { labelsOf, selects } from "./labels.js";
import { namespaceOf } from "./namespaces.js";

/** An object is exempt where one exemption fits it in all that the exemption says. */
export function exempt(subject: Subject, exemptions: readonly Exemption[]): Reason {
  const found = exemptions.find((exemption) => covers(exemption, subject));
  return found === undefined ? undefined : `exempt until ${found.expires}: ${found.reason}`;
}

function covers({ namespaces, names, labelSelector }: Exemption, subject: Subject): boolean {
  const namespace = namespaceOf(subject);
  const name = textAt(subject.object, "metadata", "name") ?? subject.request.name;
  const fits = (patterns: readonly string[], text: string | undefined) =>
    text !== undefined && patterns.some((pattern) => globMatches(pattern, text));
  if (namespaces !== undefined && !fits(namespaces, namespace)) return false;
  if (names !== undefined && !fits(names, name)) return false;
  return labelSelector === undefined || selects(labelSelector, labelsOf(subject.object));
}
