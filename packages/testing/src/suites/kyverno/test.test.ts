import { Collector } from "@policyc/diagnostics";
import { describe, expect, it } from "vitest";
import { readKyvernoTest } from "./test.js";

const pod = (name: string, more = "") => `apiVersion: v1
kind: Pod
metadata: { name: ${name}${more} }
spec: { containers: [{ name: web, image: a }] }
`;

const files: Readonly<Record<string, string>> = {
  "t/pods.yaml": `${pod("good")}---\n${pod("bad", ", namespace: shop")}---\n${pod("bad", ", namespace: other")}`,
  "t/values.yaml": `apiVersion: cli.kyverno.io/v1alpha1
kind: Values
globalValues: { request.operation: UPDATE }
policies:
- name: p
  rules:
  - { name: r, values: { roles.data.admin: '["a"]' } }
  resources:
  - { name: good, values: { request.operation: DELETE, request.namespace: elsewhere } }
namespaceSelector:
- { name: shop, labels: { team: shop } }
`,
  "t/user.yaml":
    "apiVersion: cli.kyverno.io/v1alpha1\nkind: UserInfo\nuserInfo: { username: alice, groups: [dev] }\n",
};

const header = "apiVersion: cli.kyverno.io/v1alpha1\nkind: Test\nmetadata: { name: t }\n";
const read = (text: string) => readKyvernoTest(header + text, "t/kyverno-test.yaml", (path) => files[path]);
const result = (more: string) => `results:\n- { policy: p, rule: r, kind: Pod, ${more} }\n`;
const codes = (one: { readonly diagnostics: Collector["diagnostics"] } | undefined) =>
  one?.diagnostics.map(({ code }) => code);

describe("a Kyverno Test", () => {
  it("is a case for each resource of each result", () => {
    const { cases } = read(`resources: [pods.yaml]\n${result("resources: [good, shop/bad], result: pass")}`);
    expect(cases.map(({ name }) => name)).toEqual(["r Pod good pass", "r Pod shop/bad pass"]);
    expect(cases[0]).toMatchObject({
      policy: { kind: "kyverno", policy: "p", rule: "r" },
      expectations: [{ kind: "allow" }],
      mustMatch: true,
      fixture: { evaluated: "as-admitted" },
      diagnostics: [],
    });
    expect(cases[1]?.fixture?.fixture([], new Collector())?.request.namespace).toBe("shop");
  });

  it("may come without a kind, as the older ones do", () => {
    const text = `name: t\npolicies: [p.yaml]\nresources: [pods.yaml]\n${result("resource: good, result: pass")}`;
    const { cases, diagnostics } = readKyvernoTest(text, "t/kyverno-test.yaml", (path) => files[path]);
    expect(diagnostics).toEqual([]);
    expect(cases.map(({ name }) => name)).toEqual(["r Pod good pass"]);
  });

  it("is a case for each resource of the same name", () => {
    expect(
      read(`resources: [pods.yaml]\n${result("resources: [bad], result: fail")}`).cases.map(
        (one) => one.fixture?.fixture([], new Collector())?.request.namespace,
      ),
    ).toEqual(["shop", "other"]);
  });

  it("expects a denial of `fail` and `warn`, none of `skip`, and never an error", () => {
    const expected = (wanted: string) =>
      read(`resources: [pods.yaml]\n${result(`resources: [good], result: ${wanted}`)}`).cases[0];
    expect(expected("fail")?.expectations).toEqual([{ kind: "deny" }]);
    expect(expected("warn")?.expectations).toEqual([{ kind: "deny" }]);
    expect(expected("skip")).toMatchObject({ expectations: [{ kind: "allow" }], mustMatch: false });
    expect(expected("error")?.expectations[0]?.kind).toBe("never");
  });

  it("does not let a resource pass that is nowhere", () => {
    const { cases } = read(`resources: [pods.yaml]\n${result("resources: [godo], result: pass")}`);
    expect(codes(cases[0])).toEqual(["PC4122"]);
    expect(codes(read(`resources: [pods.yaml]\n${result("result: pass")}`).cases[0])).toEqual(["PC4123"]);
  });

  it("says which file is missing, once, and skips what would be in it", () => {
    const suite = read(`resources: [none.yaml]\n${result("resources: [good], result: pass")}`);
    expect(codes(suite)).toEqual(["PC4103"]);
    expect(suite.cases[0]?.skip).toMatch("could not be read");
  });

  it("refuses a field that Kyverno has not", () => {
    const suite = read(`resources: [pods.yaml]\n${result("resources: [good], result: passed")}`);
    expect(codes(suite)).toEqual(["PC4121"]);
    expect(codes(read("resorces: []\nresults: []\n"))).toEqual(["PC4120"]);
  });

  it("takes the operation, the namespace, its labels and the user from the files that it names", () => {
    const text = `resources: [pods.yaml]\nvariables: values.yaml\nuserinfo: user.yaml\n`;
    const { cases, diagnostics } = read(text + result("resources: [good, shop/bad], result: pass"));
    expect(diagnostics).toEqual([]);
    const [good, bad] = cases.map((one) => one.fixture?.fixture([], new Collector())?.request);
    expect(good).toMatchObject({
      operation: "DELETE",
      namespace: "elsewhere",
      userInfo: { username: "alice" },
    });
    expect(bad).toMatchObject({
      operation: "UPDATE",
      namespace: "shop",
      namespaceObject: { metadata: { labels: { team: "shop" } } },
      userInfo: { groups: ["dev"] },
    });
  });

  it("takes the operation from the result, and a ServiceAccount from the values in place", () => {
    const values =
      "values: { policies: [{ name: p, rules: [{ name: r, values: { serviceAccountName: robot } }] }] }\n";
    const { cases } = read(
      `resources: [pods.yaml]\n${values}${result("resources: [good], result: pass, operation: UPDATE")}`,
    );
    expect(cases[0]?.fixture?.fixture([], new Collector())?.request).toMatchObject({
      operation: "UPDATE",
      userInfo: { username: "system:serviceaccount:default:robot" },
    });
  });

  it("puts what the values say of `request` into it, by path or as an object", () => {
    const asked = (values: string) =>
      read(
        `resources: [pods.yaml]\nvalues: { policies: [{ name: p, rules: [{ name: r, values: ${values} }] }] }\n${result("resources: [good], result: pass")}`,
      ).cases[0]?.fixture?.fixture([], new Collector())?.request;
    expect(asked(`{ request: { operation: DELETE, userInfo: { groups: [dev] } } }`)).toMatchObject({
      operation: "DELETE",
      userInfo: { groups: ["dev"] },
    });
    expect(asked(`{ 'request.object.metadata.labels."a.b/c"': "x" }`)?.object).toMatchObject({
      metadata: { name: "good", labels: { "a.b/c": "x" } },
      spec: { containers: [{ name: "web" }] },
    });
    expect(asked("{ request.oldObject.spec.hostNetwork: true }")).toMatchObject({
      operation: "UPDATE",
      oldObject: { metadata: { name: "good" }, spec: { hostNetwork: true } },
    });
  });

  it("sends what the values call a sub-resource to it", () => {
    const values =
      "values: { subresources: [{ subresource: { name: pods/status, kind: Pod, version: v1 }, parentResource: { name: pods, kind: Pod, version: v1 } }] }\n";
    const { cases } = read(`resources: [pods.yaml]\n${values}${result("resources: [good], result: pass")}`);
    expect(cases[0]?.fixture?.fixture([], new Collector())?.request.subResource).toBe("status");
  });

  it("drops `autogen-` from a rule's name", () => {
    const { cases } = read(
      "resources: [pods.yaml]\nresults:\n- { policy: p, rule: autogen-cronjob-r, kind: Pod, resources: [good], result: pass }\n",
    );
    expect(cases[0]?.policy).toMatchObject({ rule: "r" });
  });

  it("skips by name what no predicate can answer", () => {
    const text = `resources: [pods.yaml]\nexceptions: [e.yaml]\n${result("resources: [good], result: skip")}`;
    expect(read(text).cases[0]?.skip).toMatch("PolicyExceptions");
    const mutates = result("resources: [good], result: pass, patchedResources: p.yaml");
    expect(read(`resources: [pods.yaml]\n${mutates}`).cases[0]?.skip).toMatch("mutates");
  });

  it("skips it where the object is no file of `resources` as well, or has no name", () => {
    const target = read(
      `resources: [pods.yaml]\n${result("resources: [target], result: pass, patchedResources: p.yaml")}`,
    );
    expect(target.cases[0]).toMatchObject({ skip: expect.stringMatching("mutates"), diagnostics: [] });
    const payload = read(`jsonPayload: { json: p.json }\n${result("result: pass")}`);
    expect(payload.cases[0]).toMatchObject({ skip: expect.stringMatching("JSON"), diagnostics: [] });
  });

  it("takes an object that the API server would refuse for no case", () => {
    const broken = new Map([
      ["t/pods.yaml", "apiVersion: v1\nkind: Pod\nmetadata: { name: good }\nspec: { containers: web }\n"],
    ]);
    const text = `${header}resources: [pods.yaml]\n${result("resources: [good], result: pass")}`;
    const suite = readKyvernoTest(text, "t/kyverno-test.yaml", (path) => broken.get(path));
    expect(codes(suite.cases[0])).toEqual(["PC4004"]);
  });
});
