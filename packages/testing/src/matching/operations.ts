import type { Operation } from "@policyc/ir";
import type { Reason, Subject } from "./criterion.js";

/** In audit nobody sends anything: without an operation, none stands against it. */
export function outsideOperations({ request }: Subject, operations: readonly Operation[]): Reason {
  const { operation } = request;
  if (operation === undefined || operations.includes(operation)) return undefined;
  return `the policy does not look at ${operation}`;
}
