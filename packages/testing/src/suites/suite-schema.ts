import type { Json } from "@policyc/ir";
import type { JsonObject } from "../fixtures/json.js";

const description = (text: string, schema: JsonObject): JsonObject => ({ ...schema, description: text });

const parameters = description("Values of the policy's parameters, over the author's defaults.", {
  type: "object",
});

const object: Json = {
  anyOf: [
    { type: "string", description: "a path" },
    { type: "object", description: "an object" },
  ],
};

const caseSchema: JsonObject = {
  type: "object",
  required: ["name"],
  additionalProperties: false,
  properties: {
    name: description("What the case shows, as a sentence.", { type: "string", minLength: 1 }),
    object: description("The file with the object, relative to the suite.", { type: "string" }),
    manifest: description("The object itself, instead of a file. A list is a document of its own kind.", {
      anyOf: [
        { type: "object", description: "an object" },
        { type: "array", description: "a list" },
      ],
    }),
    beside: description("Other documents of its file, for a document that is recognised by them.", {
      type: "array",
      items: { type: "object", description: "an object" },
    }),
    allow: description("The object is allowed.", { enum: [true] }),
    deny: {
      description:
        "The object is denied: at all, with so many violations, or with exactly these messages (a part of the text, or `/regular expression/`).",
      anyOf: [
        { enum: [true], description: "`true`" },
        { type: "integer", minimum: 1, description: "a number of violations" },
        {
          type: "array",
          minItems: 1,
          items: { type: "string", minLength: 1 },
          description: "a list of messages",
        },
      ],
    },
    params: parameters,
    operation: description("Default: CREATE.", {
      type: "string",
      enum: ["CREATE", "UPDATE", "DELETE", "CONNECT"],
    }),
    oldObject: {
      ...object,
      description: "The object before an UPDATE or DELETE: a file, or the object itself.",
    },
    subResource: description("E.g. `ephemeralcontainers`.", { type: "string" }),
    dryRun: { type: "boolean" },
    options: description("How it is done, e.g. `{ gracePeriodSeconds: 0 }` of a DELETE.", { type: "object" }),
    userInfo: {
      description: "Who sends the request.",
      type: "object",
      additionalProperties: false,
      properties: {
        username: { type: "string" },
        uid: { type: "string" },
        groups: { type: "array", items: { type: "string" } },
        extra: {
          description: "What the authenticator knows beside: names to values.",
          type: "object",
          additionalProperties: { type: "array", items: { type: "string" } },
        },
      },
    },
    namespace: {
      description: "The namespace that the object is in.",
      type: "object",
      additionalProperties: false,
      properties: {
        name: description("Where the object itself does not say it: options of `exec` have no metadata.", {
          type: "string",
          minLength: 1,
        }),
        labels: { type: "object", additionalProperties: { type: "string" } },
      },
    },
    inventory: description("The other objects of the cluster, for policies that read them.", {
      type: "array",
      items: {
        anyOf: [
          { type: "string", description: "a path" },
          {
            type: "object",
            description: "an object with apiVersion and kind",
            required: ["apiVersion", "kind"],
          },
        ],
      },
    }),
    skip: description("Why the case is not run.", { type: "string", minLength: 1 }),
  },
};

/** The JSON schema of `suite.yaml`: what suites are held against, and what editors complete from. */
export const suiteSchema: JsonObject = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "policyc suite",
  type: "object",
  required: ["cases"],
  additionalProperties: false,
  properties: {
    policy: description("The policy's file, relative to the suite. Default: `./policy.ts`.", {
      type: "string",
    }),
    params: parameters,
    cases: { type: "array", minItems: 1, items: caseSchema },
  },
};
