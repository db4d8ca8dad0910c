import { type Expr, type FunctionIR, type Policy, stringType, type Type, verify } from "@policyc/ir";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { make } from "../../passes/tree/test-policy.js";
import type { Deployment } from "../deployment.js";
import { any, negation } from "../exemptions.js";
import { nothingUnsaid, sampleDeployment, samplePolicy } from "../policy.sample.js";
import { vap } from "./index.js";

const { apply, concat, each, equals, field, fn, guard, input, local, text, violation } = make;
const optionalText: Type = { kind: "optional", of: stringType };

const schema = {
  type: "object",
  properties: {
    level: { type: "string", enum: ["low", "high"] },
    owner: { type: "string", pattern: "^team-", minLength: 6 },
    note: { type: "string" },
  },
  required: ["level", "note"],
};

function param(name: string, type: Type = stringType): Expr {
  return field(input("params"), name, type);
}

/** A part of the object that has fields itself. */
function part(name: string): Expr {
  return field(input("object"), name, { kind: "record", name });
}

function policyWith(params: Partial<Policy["params"]>, body = violation(param("note"))): Policy {
  return { ...samplePolicy(), params: { schema, defaults: {}, ...params }, body };
}

function written(policy: Policy, deployment: Partial<Deployment>) {
  const files = vap.emit(verify(policy), sampleDeployment(deployment), nothingUnsaid);
  return new Map(
    files.map(({ path, text: yaml }) => [path, parseAllDocuments(yaml).map((one) => one.toJS())]),
  );
}

const params = { level: "low", note: "ask" };

describe("parameters in a custom resource", () => {
  const files = written(policyWith({ defaults: params }), { params, vapParameters: { kind: "resource" } });
  const [policy, binding] = files.get("vap/sample-policy.yaml") ?? [];

  test("have a kind of the policy's own, with the parameters' type as its schema", () => {
    const [crd] = files.get("vap/crds/sample-policy.yaml") ?? [];
    expect(crd.metadata.name).toBe("samplepolicyparams.policyc.dev");
    expect(crd.spec.scope).toBe("Cluster");
    const { required, properties } = crd.spec.versions[0].schema.openAPIV3Schema;
    expect(required).toEqual(["spec"]);
    expect(properties.spec).toEqual({
      ...schema,
      properties: {
        level: { ...schema.properties.level, default: "low" },
        owner: schema.properties.owner,
        note: { ...schema.properties.note, default: "ask" },
      },
    });
  });

  test("have the deployment's values", () => {
    expect(files.get("vap/params/sample-policy.yaml")).toEqual([
      {
        apiVersion: "policyc.dev/v1",
        kind: "SamplePolicyParams",
        metadata: { name: "sample-policy" },
        spec: params,
      },
    ]);
  });

  test("are read by the policy, and nothing passes without them", () => {
    expect(policy.spec.paramKind).toEqual({ apiVersion: "policyc.dev/v1", kind: "SamplePolicyParams" });
    expect(binding.spec.paramRef).toEqual({ name: "sample-policy", parameterNotFoundAction: "Deny" });
    expect(JSON.stringify(policy.spec)).toContain("params.spec.note");
    expect(JSON.stringify(policy.spec)).not.toContain('"ask"');
    expect(policy.spec.validations).toHaveLength(1);
  });

  test("may be missing where the policy only watches", () => {
    const [, watching] =
      written(policyWith({ defaults: params }), {
        params,
        stage: "audit",
        vapParameters: { kind: "resource" },
      }).get("vap/sample-policy.yaml") ?? [];
    expect(watching.spec.paramRef.parameterNotFoundAction).toBe("Allow");
  });

  test("are applied after their kind, and before the policy", () => {
    const emitted = vap.emit(
      verify(policyWith({ defaults: params })),
      sampleDeployment({ params, vapParameters: { kind: "resource" } }),
      nothingUnsaid,
    );
    const [kustomization] = parseAllDocuments(vap.kustomization([...emitted].reverse()).text);
    expect(kustomization?.toJS().resources).toEqual([
      "crds/sample-policy.yaml",
      "params/sample-policy.yaml",
      "sample-policy.yaml",
    ]);
  });

  test("can be in a namespace", () => {
    const inNamespace = written(policyWith({ defaults: params }), {
      params,
      vapParameters: { kind: "resource", namespace: "policies" },
    });
    expect(inNamespace.get("vap/crds/sample-policy.yaml")?.[0].spec.scope).toBe("Namespaced");
    expect(inNamespace.get("vap/params/sample-policy.yaml")?.[0].metadata.namespace).toBe("policies");
    expect(inNamespace.get("vap/sample-policy.yaml")?.[1].spec.paramRef.namespace).toBe("policies");
  });

  test("have no default that their own bounds refuse", () => {
    const bounded = {
      type: "object",
      properties: { teams: { type: "array", items: { type: "string" }, minItems: 1 } },
    };
    const [crd] =
      written(policyWith({ schema: bounded, defaults: { teams: [] } }, violation(text("no"))), {
        params: { teams: ["a"] },
        vapParameters: { kind: "resource" },
      }).get("vap/crds/sample-policy.yaml") ?? [];
    expect(
      crd.spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.teams.default,
    ).toBeUndefined();
  });

  test("whose name is no identifier hide from the type checker, which knows no keys", () => {
    const [reader] =
      written(policyWith({}, violation(param("max-size"))), { vapParameters: { kind: "resource" } }).get(
        "vap/sample-policy.yaml",
      ) ?? [];
    expect(reader.spec.variables[0].expression).toContain('dyn(params.spec)["max-size"]');
  });

  test("that are required and missing fail: an empty list would be a pass", () => {
    const list: Type = { kind: "list", element: stringType };
    const loop = each(param("forbidden", list), "one", violation(concat(text("no "), local("one"))));
    const [reader] =
      written(policyWith({}, loop), { vapParameters: { kind: "resource" } }).get("vap/sample-policy.yaml") ??
      [];
    expect(reader.spec.variables[0].expression).toBe(
      'params.spec.forbidden.map(one, "no " + one.replace("\\n", " "))',
    );
  });
});

describe("parameters in a ConfigMap", () => {
  const body = guard(equals(param("owner", optionalText), text("team-a")), violation(param("note")));
  const files = written(policyWith({}, body), {
    params,
    vapParameters: { kind: "configMap", namespace: "policies" },
  });
  const [policy, binding] = files.get("vap/sample-policy.yaml") ?? [];

  test("are its entries; what has no value has none", () => {
    expect([...files.keys()]).toEqual(["vap/params/sample-policy.yaml", "vap/sample-policy.yaml"]);
    expect(files.get("vap/params/sample-policy.yaml")).toEqual([
      {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: "sample-policy", namespace: "policies" },
        data: params,
      },
    ]);
    expect(binding.spec.paramRef).toEqual({
      name: "sample-policy",
      namespace: "policies",
      parameterNotFoundAction: "Deny",
    });
  });

  test("are held against their type first, since no schema does it", () => {
    expect(policy.spec.validations.slice(0, 3)).toEqual([
      {
        expression: 'params.?data.?level.hasValue() && params.data.level in ["low", "high"]',
        message: "the ConfigMap policies/sample-policy must give the parameter level as one of low, high",
      },
      {
        expression:
          '!params.?data.?owner.hasValue() ||\nparams.data.owner.matches("^team-") && params.data.owner.size() >= 6',
        message:
          "the ConfigMap policies/sample-policy must give the parameter owner as text that matches ^team-, at least 6 characters, or leave it out",
      },
      {
        expression: "params.?data.?note.hasValue()",
        message: "the ConfigMap policies/sample-policy must give the parameter note",
      },
    ]);
    expect(JSON.stringify(policy.spec)).toContain("params.?data.?owner");
  });
});

describe("what a policy asks of the request before anything else", () => {
  const isUpdate = equals(field(input("request"), "operation", optionalText), text("UPDATE"));
  const says = guard(equals(field(part("metadata"), "name"), text("a")), violation(text("no")));
  const specOf = (body: Policy["body"]) => {
    const [policy] = written(policyWith({}, body), { params }).get("vap/sample-policy.yaml") ?? [];
    return policy.spec;
  };

  test("is a condition of its match", () => {
    const spec = specOf(guard(isUpdate, says));
    expect(spec.matchConditions).toEqual([
      { name: "operation", expression: 'request.operation == "UPDATE"' },
    ]);
    expect(spec.validations[0].expression).toBe('object.metadata.name != "a"');
  });

  test("so is a function that leaves objects out by their name; a test of the policy's own stays", () => {
    const name = field(part("metadata"), "name");
    const isNamed = any([equals(name, text("b")), equals(name, text("c"))]);
    const isSpare: FunctionIR = { ...fn("isSpare", "_", isNamed, { kind: "boolean" }), doc: "Is it spare?" };
    const left = negation(apply("isSpare", { kind: "boolean" }, text("")));
    const others = guard(negation(equals(field(part("spec"), "nodeName"), text("n"))), says);
    const [policy] =
      written({ ...policyWith({}, guard(left, others)), functions: [isSpare] }, { params }).get(
        "vap/sample-policy.yaml",
      ) ?? [];
    expect(policy.spec.matchConditions).toEqual([
      { name: "not-spare", expression: '!(object.metadata.name in ["b", "c"])' },
    ]);
    expect(policy.spec.validations[0].expression).toBe(
      'object.spec.nodeName == "n" || object.metadata.name != "a"',
    );
  });

  test("stays in the validation where it is all that the policy asks", () => {
    const spec = specOf(guard(isUpdate, violation(text("no"))));
    expect(spec.matchConditions).toBeUndefined();
    expect(spec.validations[0].expression).toBe('request.operation != "UPDATE"');
  });
});

test("a policy without parameters is the same wherever parameters are", () => {
  const policy = { ...samplePolicy(), params: { schema: { type: "object" }, defaults: {} } };
  expect(written(policy, { vapParameters: { kind: "resource" } })).toEqual(written(policy, {}));
});
