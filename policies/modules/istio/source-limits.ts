import { isWideRange } from "../network-peers.js";
import type { AuthorizationRule, Source } from "./authorization-policy.js";

/** Does the source name somebody: is there a positive field that leaves anybody out? All fields must hold. */
export function namesSomebody(source: Source): boolean {
  return (
    [source.principals, source.requestPrincipals, source.namespaces, source.serviceAccounts].some(
      (values) => (values ?? []).length > 0,
    ) || [source.ipBlocks, source.remoteIpBlocks].some((blocks) => namesAddresses(blocks ?? []))
  );
}

/** Is the only thing asked of the client that it has some identity of the mesh? */
export function isAnyIdentity(source: Source): boolean {
  const principals = source.principals ?? [];
  const names = [source.namespaces ?? [], source.serviceAccounts ?? []];
  return (
    (principals.some(isAnyPrincipal) || names.some((values) => values.includes("*"))) &&
    (principals.length === 0 || principals.some(isAnyPrincipal)) &&
    [...names, source.requestPrincipals ?? []].every(
      (values) => values.length === 0 || values.includes("*"),
    ) &&
    ![source.ipBlocks, source.remoteIpBlocks].some((blocks) => namesAddresses(blocks ?? []))
  );
}

/** `*`, and what ends before a namespace is named: `cluster.local/*`, `cluster.local/ns/*`. */
function isAnyPrincipal(principal: string): boolean {
  return /^[^/]*(\/(ns?\/?)?)?\*$/.test(principal);
}

/** One range that is too wide is enough: the ranges are alternatives. */
function namesAddresses(blocks: readonly string[]): boolean {
  return blocks.length > 0 && !blocks.some(isWideRange);
}

/** Conditions on who the client is, next to those on the request and the connection. */
export function hasConditionOnClient(rule: AuthorizationRule): boolean {
  return (rule.when ?? []).some(({ key, values }) => {
    const isOnSource = key.startsWith("source.");
    return (
      (isOnSource || key.startsWith("request.auth.")) &&
      (values ?? []).length > 0 &&
      !(isOnSource && (values ?? []).some((value) => isAnything(key, value)))
    );
  });
}

function isAnything(key: string, value: string): boolean {
  return value === "*" || isWideRange(value) || (key === "source.principal" && isAnyPrincipal(value));
}
