import { type CalicoPolicySpec, isAnybody, isForAllPorts } from "./network-policy.js";

type Direction = "Ingress" | "Egress";

/**
 * Does this policy of Calico's deny all pods of the namespace what no rule allows? The end of a tier denies every pod
 * that some policy of the tier selects.
 */
export function deniesByDefault(spec: CalicoPolicySpec, direction: Direction, namespace: string): boolean {
  const { selector = "", namespaceSelector = "", serviceAccountSelector = "", ingress, egress } = spec;
  const rules = (direction === "Ingress" ? ingress : egress) ?? [];
  return (
    isEverything(selector) &&
    isEverything(serviceAccountSelector) &&
    (isEverything(namespaceSelector) || selectsByName(namespaceSelector, namespace)) &&
    directionsOf(spec).includes(direction) &&
    !rules.some(
      (rule) =>
        (rule.action === "Allow" || rule.action === "Pass") &&
        isForAllPorts(rule) &&
        isAnybody((direction === "Ingress" ? rule.source : rule.destination) ?? {}),
    )
  );
}

/** As Calico fills `types` in: ingress, unless there are rules for egress alone. */
function directionsOf({ types, ingress, egress }: CalicoPolicySpec): Direction[] {
  if (types !== undefined) return types;
  if ((egress ?? []).length === 0) return ["Ingress"];
  return (ingress ?? []).length === 0 ? ["Egress"] : ["Ingress", "Egress"];
}

function isEverything(selector: string): boolean {
  return /^\s*(all\(\s*\)\s*)?$/.test(selector);
}

/** All namespaces but those listed, as Calico's own guides write it; what else an expression says is not read. */
function selectsByName(selector: string, namespace: string): boolean {
  const isExclusion =
    /^\s*(has\(\s*projectcalico\.org\/name\s*\)\s*&&\s*)?(projectcalico\.org\/name|kubernetes\.io\/metadata\.name)\s+not\s+in\s*\{[^{}]*\}\s*$/.test(
      selector,
    );
  return isExclusion && !selector.includes(`"${namespace}"`) && !selector.includes(`'${namespace}'`);
}
