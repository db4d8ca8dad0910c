interface Named {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata: { readonly name?: string; readonly namespace?: string };
}

/**
 * Are these two states of one object: the same kind, namespace and name? The object under review may be in the
 * inventory, where only its identity tells, since its content may be older.
 *
 * @example
 * const others = inventory(Ingress).filter((other) => !isSameObject(other, object));
 */
export function isSameObject(one: Named, other: Named): boolean {
  return (
    one.kind === other.kind &&
    one.metadata.name === other.metadata.name &&
    (one.metadata.namespace ?? "") === (other.metadata.namespace ?? "")
  );
}
