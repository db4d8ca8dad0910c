import { describe, expect, it } from "vitest";
import { Pod } from "./kinds/core.js";
import { parameters } from "./parameters.js";
import { policy } from "./policy.js";
import { violation } from "./violation.js";

const about = {
  name: "names",
  title: "Names",
  description: "Names are short.",
  severity: "low",
  match: [Pod],
} as const;
const pod = (name: string): Pod => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name },
  spec: { containers: [{ name }] },
});
const admission = (name: string) => ({ object: pod(name), params: {}, request: {} });

describe("a policy with check", () => {
  const short = policy({
    ...about,
    params: parameters<{ longest: number }>({ longest: 3 }),
    *check({ object, params }) {
      const { name } = object.metadata;
      if (name.length > params.longest) yield violation(`<${name}> is too long`, object.metadata);
      if (name.startsWith("-")) yield violation(" ");
    },
  });
  const ask = (name: string) => ({ ...admission(name), params: short.defaults ?? { longest: 0 } });

  it("yields what is wrong, with the part to blame", () => {
    const asked = ask("long");
    expect(short.evaluate(asked)).toEqual([{ message: "<long> is too long", at: asked.object.metadata }]);
    expect([...short.check(asked)]).toEqual(short.evaluate(asked));
  });
  it("yields nothing for an object that is fine", () => {
    expect(short.evaluate(ask("x"))).toEqual([]);
  });
  it("says its title where a message is blank", () => {
    expect(short.evaluate(ask("-"))).toEqual([{ message: "Names" }]);
  });
  it("cannot be changed", () => {
    expect(Object.isFrozen(short)).toBe(true);
  });
});

describe("a policy with require", () => {
  it("says its message where the requirement does not hold", () => {
    const fixed = policy({
      ...about,
      require: ({ object }) => object.metadata.name === "x",
      message: "not x",
    });
    expect(fixed.evaluate(admission("x"))).toEqual([]);
    expect(fixed.evaluate(admission("y"))).toEqual([{ message: "not x" }]);
  });
  it("makes its message of the object", () => {
    const made = policy({
      ...about,
      require: () => false,
      message: ({ object }) => `no ${object.metadata.name}`,
    });
    expect(made.evaluate(admission("y"))).toEqual([{ message: "no y" }]);
  });
  it("throws nothing where its definition is wrong: the compiler says so", () => {
    expect(() =>
      policy({ ...about, name: "Not A Name", match: [], require: () => true, message: "" }),
    ).not.toThrow();
  });
});
