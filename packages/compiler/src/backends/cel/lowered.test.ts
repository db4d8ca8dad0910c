import { expect, test } from "vitest";
import { name } from "./build.js";
import { eachValueOnce, listType, plain } from "./lowered.js";
import { print } from "./print.js";
import type { Cel } from "./syntax.js";

const printed = (list: Cel): string => print(eachValueOnce(plain(list, listType("string"))).cel);
const texts = (...values: readonly string[]): Cel => ({
  kind: "list",
  items: values.map((value) => ({ kind: "text", value })),
});

test("a list is made distinct where it may hold a value twice, and once", () => {
  const { cel } = eachValueOnce(plain(name("hosts"), listType("string")));
  expect(print(cel)).toBe("hosts.distinct()");
  expect(printed(cel)).toBe("hosts.distinct()");
  expect(printed(texts("a", "b"))).toBe('["a", "b"]');
  expect(printed(texts("a", "a"))).toBe('["a", "a"].distinct()');
});
