import { ref, type Term } from "../syntax.js";

/** `object.get(port, "hostPort", 0)` as `port.hostPort`. */
export function plainRead(term: Term): Term | undefined {
  if (term.kind !== "call" || term.name !== "object.get") return undefined;
  const [from, key] = term.args;
  if (from === undefined || key === undefined) return undefined;
  return key.kind === "array"
    ? key.items.reduce<Term>((base, item) => ref(base, item), from)
    : ref(from, key);
}
