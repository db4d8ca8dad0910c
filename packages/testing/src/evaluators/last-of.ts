import type { Inventory } from "../fixtures/inventory.js";

/** What is made of an inventory, once for each that is not the one before: a scan has only one. */
export function lastOf<Made>(make: (inventory: Inventory) => Made): (inventory: Inventory) => Made {
  let last: { readonly inventory: Inventory; readonly made: Made } | undefined;
  return (inventory) => {
    if (last?.inventory !== inventory) last = { inventory, made: make(inventory) };
    return last.made;
  };
}
