import { rmSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { compileModules, generatedFolder } from "./support/modules.js";

const number = { type: "number", maximum: 5 };

/** How a field may be declared, what gives it a value, and the schema of the parameters' fields. */
const said: Readonly<Record<string, readonly [declared: string, given: string, properties: object]>> = {
  "a comment on the line of its field": [
    "interface P { /** @maximum 5 */ a: number; /** @minLength 1 */ b: string }",
    `parameters<P>({ a: 1, b: "b" })`,
    { a: number, b: { type: "string", minLength: 1 } },
  ],
  "a comment on a value, without a type": ["", "parameters({ /** @maximum 5 */ a: 1 })", { a: number }],
  "a field of a class": ["class P { /** @maximum 5 */ a = 1; }", "parameters<P>({ a: 1 })", { a: number }],
  "a field that another type adds to": [
    "interface A { /** @maximum 5 */ a: number } type P = { a: number } & A;",
    "parameters<P>({ a: 1 })",
    { a: number },
  ],
  "fields that are taken, kept and optional": [
    `interface A { /** @maximum 5 */ a: number; /** @pattern ^b */ b: string; c: string } type P = Partial<Pick<A, "a">> & Omit<A, "a" | "c">;`,
    `parameters<P>({ b: "b" })`,
    { a: number, b: { type: "string", pattern: "^b" } },
  ],
  "names in quotes and of a getter": [
    `interface P { /** @maximum 5 */ "a-b": number; /** @maximum 5 */ get c(): number }`,
    `parameters<P>({ "a-b": 1, c: 1 })`,
    { "a-b": number, c: number },
  ],
  "bounds of what is in a list, or in an object of any keys": [
    "interface P { /** @maximum 5 */ a: number[]; /** @minItems 1 @maximum 5 */ b: readonly number[]; /** @maximum 5 */ c: Record<string, number> }",
    "parameters<P>({ a: [], b: [1], c: {} })",
    {
      a: { type: "array", items: number },
      b: { type: "array", items: number, minItems: 1 },
      c: { type: "object", additionalProperties: number },
    },
  ],
  "a bound of a type with a name": [
    "/** @maximum 5 */ type Limit = number; interface P { a: Limit; b?: Limit[]; c?: { d: Limit } }",
    "parameters<P>({ a: 1 })",
    {
      a: number,
      b: { type: "array", items: number },
      c: { type: "object", properties: { d: number }, required: ["d"] },
    },
  ],
  "bounds behind names of names, and of a field of another type": [
    `/** @maximum 9 */ type Limit = number; /** @maximum 5 */ type Low = Limit; type Lows = readonly Low[]; interface A { /** @maximum 5 */ cpu: number }
    interface P { a: Lows; b: A["cpu"]; c: { /** @maximum 5 */ d: Limit } }`,
    "parameters<P>({ a: [], b: 1, c: { d: 1 } })",
    {
      a: { type: "array", items: number },
      b: number,
      c: { type: "object", properties: { d: number }, required: ["d"] },
    },
  ],
  "fields of which others are left out, or taken for their names": [
    `interface A { /** @maximum 5 */ a: number; b: { /** @maximum 7 */ c: number } }
    interface P extends Omit<A, "b"> { b: string; c: Record<keyof A, boolean> }`,
    `parameters<P>({ a: 1, b: "b", c: { a: true, b: false } })`,
    {
      a: number,
      b: { type: "string" },
      c: {
        type: "object",
        properties: { a: { type: "boolean" }, b: { type: "boolean" } },
        required: ["a", "b"],
      },
    },
  ],
  "an object of two types": [
    "interface P { a: { b: string } & { c?: string } }",
    `parameters<P>({ a: { b: "b" } })`,
    {
      a: {
        type: "object",
        properties: { b: { type: "string" }, c: { type: "string" } },
        required: ["b"],
      },
    },
  ],
  "whole numbers behind names": [
    "type Port = Integer; type Ports = readonly Port[]; interface P { a: Port; b?: Ports }",
    "parameters<P>({ a: 1 })",
    { a: { type: "integer" }, b: { type: "array", items: { type: "integer" } } },
  ],
  "the type of a name": [
    "interface P { a: number; b?: string } const given: Parameters<P> = parameters({ a: 1 });",
    "given",
    { a: { type: "number" }, b: { type: "string" } },
  ],
};

/** What a schema cannot say, and would be left out without a word. */
const refused: Readonly<Record<string, readonly [code: string, declared: string, given: string]>> = {
  "any keys at the top": ["PC2202", "", `parameters<Record<string, string>>({ a: "b" })`],
  "one of two objects": [
    "PC2202",
    "type P = { a: string; b: string } | { a: string };",
    `parameters<P>({ a: "a" })`,
  ],
  "fields beside any keys": [
    "PC2202",
    "interface P { a: { b: string; [key: string]: string } }",
    `parameters<P>({ a: { b: "b" } })`,
  ],
  "numbers as keys": ["PC2202", "interface P { a: { [key: number]: string } }", "parameters<P>({ a: {} })"],
  "keys that begin alike": [
    "PC2202",
    "interface P { a: { [key: `a-${string}`]: string } }",
    "parameters<P>({ a: {} })",
  ],
  "objects in objects of the same type": ["PC2202", "interface P { a?: P[] }", "parameters<P>({})"],
  "a bound that is no number": [
    "PC2006",
    "interface P { /** @minimum one */ a: number }",
    "parameters<P>({ a: 1 })",
  ],
  "a bound of another name": ["PC2006", "interface P { /** @max 5 */ a: number }", "parameters<P>({ a: 1 })"],
  "a bound of a field that a mapped type calls otherwise": [
    "PC2203",
    "interface A { /** @minimum 1 */ cpu: number } type P = { [K in keyof A as `max${Capitalize<K>}`]: A[K] };",
    "parameters<P>({ maxCpu: 1 })",
  ],
  "a bound of such a field, which holds the field itself": [
    "PC2203",
    "interface A { /** @minimum 1 */ cpu: number } interface P { a: A; b: { [K in keyof A as `max${Capitalize<K>}`]: A[K] } }",
    "parameters<P>({ a: { cpu: 1 }, b: { maxCpu: 1 } })",
  ],
  "a bound of a field that is declared again": [
    "PC2203",
    "interface A { /** @minimum 1 */ cpu: number } interface P extends A { cpu: number }",
    "parameters<P>({ cpu: 1 })",
  ],
  "a bound of the type of fields that a mapped type names": [
    "PC2203",
    `/** @minimum 1 */ type Limit = number; type P = Record<"a" | "b", Limit>;`,
    "parameters<P>({ a: 1, b: 2 })",
  ],
  "a bound of an interface": [
    "PC2203",
    "/** @minimum 1 */ interface P { a: number }",
    "parameters<P>({ a: 1 })",
  ],
  "whole numbers of fields that a mapped type names": [
    "PC2203",
    `type P = Record<"a" | "b", Integer>;`,
    "parameters<P>({ a: 1, b: 2 })",
  ],
  "whole numbers in a type of any": [
    "PC2203",
    "interface Box<T> { value: T } interface P { a: Box<Integer> }",
    "parameters<P>({ a: { value: 1 } })",
  ],
  "a bound of another type": [
    "PC2006",
    "interface P { /** @minimum 1 */ a: string }",
    `parameters<P>({ a: "a" })`,
  ],
};

describe("the schema of parameters", () => {
  const folder = generatedFolder();
  afterAll(() => rmSync(folder, { recursive: true }));
  const texts = [
    ...Object.entries(said).map(([way, [declared, given]]) => [way, declared, given] as const),
    ...Object.entries(refused).map(([way, [, declared, given]]) => [way, declared, given] as const),
  ];
  const fileOf = (way: string) => `parameters-${texts.findIndex(([name]) => name === way)}`;
  const modules = compileModules(
    folder,
    new Map(
      texts.map(([way, declared, given]) => [
        fileOf(way),
        `import { type Integer, type Parameters, parameters, Pod, policy, violation } from "@policyc/sdk";
export type Whole = Integer; export type Given = Parameters<object>;
${declared}
export default policy({ name: "${fileOf(way)}", title: "Example", description: "An example.", severity: "low", match: [Pod], params: ${given}, *check({ object }) { yield violation(object.metadata.name); } });
`,
      ]),
    ),
  );

  for (const [way, [, , properties]] of Object.entries(said))
    it(`has ${way}`, () => {
      const { source, diagnostics } = modules.get(fileOf(way)) ?? {};
      expect(diagnostics).toEqual([]);
      expect(source?.policy.params.schema["properties"]).toEqual(properties);
    });

  for (const [way, [code]] of Object.entries(refused))
    it(`${way}: refused, and not left out`, () => {
      const { diagnostics = [] } = modules.get(fileOf(way)) ?? {};
      expect(diagnostics.map((one) => one.code)).toEqual([code]);
    });
});

/** Types of documents, and the schema of their field `a`. */
const documents: Readonly<Record<string, readonly [declared: string, schema: object]>> = {
  "two types at once": [
    "interface Rules { a: { b: string } & { c?: string } }",
    { type: "object", properties: { b: { type: "string" }, c: { type: "string" } }, required: ["b"] },
  ],
  "a text with a brand": [`interface Rules { a: string & { readonly brand: "Image" } }`, { type: "string" }],
  "a list of a known length": [
    "interface Rules { a: [string, number?] }",
    { type: "array", items: { anyOf: [{ type: "string" }, { type: "number" }] }, minItems: 1, maxItems: 2 },
  ],
  "what may be null": [
    "interface Rules { /** @minLength 1 */ a: string | null }",
    { anyOf: [{ type: "string", minLength: 1 }, { type: "null" }] },
  ],
  "numbers as keys": [
    "interface Rules { a: { [code: number]: string } }",
    { type: "object", additionalProperties: { type: "string" } },
  ],
  "objects in objects of a type without a name": [
    `interface Rules { a: { b?: Rules["a"] } }`,
    { type: "object", properties: { b: { $ref: "#/definitions/Part" } } },
  ],
};

describe("the schema of documents", () => {
  const folder = generatedFolder();
  afterAll(() => rmSync(folder, { recursive: true }));
  const names = Object.keys(documents);
  const fileOf = (way: string) => `documents-${names.indexOf(way)}`;
  const modules = compileModules(
    folder,
    new Map(
      Object.entries(documents).map(([way, [declared]]) => [
        fileOf(way),
        `import { document, type DocumentKind, policy, violation } from "@policyc/sdk";
${declared}
const Rules: DocumentKind<Rules> = document({ name: "Rules", recognise: { has: ["a"] } });
export default policy({ name: "${fileOf(way)}", title: "Example", description: "An example.", severity: "low", match: [Rules], *check() { yield violation("one"); } });
`,
      ]),
    ),
  );

  for (const [way, [, schema]] of Object.entries(documents))
    it(`has ${way}`, () => {
      const { source, diagnostics } = modules.get(fileOf(way)) ?? {};
      expect(diagnostics).toEqual([]);
      expect(source?.policy.match.kinds[0]?.document?.schema["properties"]).toEqual({ a: schema });
    });
});
