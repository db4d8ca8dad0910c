import { expect, it } from "vitest";
import { matchesSelector } from "./label-selector.js";

const labels = { app: "shop", tier: "web" };
const one = (operator: string, key: string, values?: string[]) => ({
  matchExpressions: [{ key, operator, ...(values === undefined ? {} : { values }) }],
});

it.each([
  [{}, true],
  [{ matchLabels: { app: "shop" } }, true],
  [{ matchLabels: { app: "shop", tier: "db" } }, false],
  [one("In", "app", ["shop", "cart"]), true],
  [one("In", "team", ["a"]), false],
  [one("NotIn", "app", ["shop"]), false],
  [one("NotIn", "team", ["a"]), true],
  [one("Exists", "tier"), true],
  [one("Exists", "team"), false],
  [one("DoesNotExist", "team"), true],
  [one("DoesNotExist", "tier"), false],
  [one("Gt", "tier", ["1"]), false],
  [{ matchLabels: { app: "shop" }, ...one("Exists", "team") }, false],
])("%j selects the labels: %s", (selector, expected) => {
  expect(matchesSelector(selector, labels)).toBe(expected);
});
