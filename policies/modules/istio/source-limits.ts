import type { AuthorizationRule, Source } from "./authorization-policy.js";

/** Does the source name somebody: is there a positive field that leaves anybody out? */
export function namesSomebody(source: Source): boolean {
  return (
    [
      source.principals,
      source.requestPrincipals,
      source.namespaces,
      source.serviceAccounts,
      source.ipBlocks,
      source.remoteIpBlocks,
    ].some((values) => (values ?? []).length > 0) &&
    !isEverywhere(source.ipBlocks ?? []) &&
    !isEverywhere(source.remoteIpBlocks ?? [])
  );
}

/** Is the only thing asked of the client that it has some identity of the mesh? */
export function isAnyIdentity(source: Source): boolean {
  const names = [source.principals ?? [], source.namespaces ?? [], source.serviceAccounts ?? []];
  const others = [source.requestPrincipals ?? [], source.ipBlocks ?? [], source.remoteIpBlocks ?? []];
  return names.some((values) => values.includes("*")) && [...names, ...others].every(saysNothingMore);
}

function saysNothingMore(values: string[]): boolean {
  return values.length === 0 || values.includes("*");
}

function isEverywhere(blocks: string[]): boolean {
  return blocks.includes("0.0.0.0/0") || blocks.includes("::/0");
}

/** Conditions on who the client is, next to those on the request and the connection. */
export function hasConditionOnClient(rule: AuthorizationRule): boolean {
  return (rule.when ?? []).some(
    ({ key, values }) =>
      (key.startsWith("source.") || key.startsWith("request.auth.")) && (values ?? []).length > 0,
  );
}
