import { insteadOf } from "./instead.js";

const absence = "use `?.` to read through it, and `??` for what stands in, or test it before";

/** How to mend what TypeScript found, by TypeScript's number of it. */
const hints: Readonly<Record<number, string>> = {
  1308: "use what the request carries: a predicate waits for nothing",
  2305: "use what @policyc/sdk exports; a kind that Kubernetes itself does not have comes from `policyc kinds crd.yaml`",
  2307: "use a path that is there, with `.js` at the end of a relative one, or install the package",
  2339: "use a field that the kind has; where `match` names several kinds, test `object.kind` first",
  2531: absence,
  2532: absence,
  2533: absence,
  7006: "use a type for it: `(item: string) => …`",
  7053: "use `{ [key: string]: … }` as the type of the table, so that a key may be missing",
  18047: absence,
  18048: absence,
  18049: absence,
};

/** The hint for an error of TypeScript; `undefined` where its own words must do. */
export function hintFor(code: number, message: string): string | undefined {
  const mayBeMissing = (code === 2322 || code === 2345) && /undefined' is not assignable/.test(message);
  if (code === newerLibrary)
    return insteadOf(/'(\w+)'/.exec(message)?.[1] ?? "") ?? "use what docs/language.md lists";
  return mayBeMissing ? absence : hints[code];
}

/** What JavaScript has since ES2023, which Node 20 need not. */
const newerLibrary = 2550;
