import { expect, it } from "vitest";
import { inOrder } from "./order.js";

const policies = [
  { name: "unknown" },
  { name: "hard", rollout: { effect: "high", difficulty: "high", load: "high" } },
  { name: "cheap", rollout: { effect: "medium", difficulty: "low", load: "low" } },
  { name: "best", rollout: { effect: "high", difficulty: "low", load: "low" } },
] as const;

const names = (key?: "effect" | "difficulty" | "load"): readonly string[] =>
  inOrder<{ readonly name: string }>(policies, key).map(({ name }) => name);

it("puts most effect for least effort first, and what says nothing last", () => {
  expect(names()).toEqual(["best", "cheap", "hard", "unknown"]);
});

it("sorts by one thing: the greatest effect, the least difficulty", () => {
  expect(names("effect")).toEqual(["best", "hard", "cheap", "unknown"]);
  expect(names("difficulty")).toEqual(["best", "cheap", "hard", "unknown"]);
});
