import { Collector } from "@policyc/diagnostics";
import { describe, expect, it } from "vitest";
import { type CustomResource, readCustomResources } from "./custom-resource.js";

const crd = (versions: string, rest = "scope: Namespaced") => `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.shop.example }
spec:
  group: shop.example
  names: { kind: Widget, plural: widgets }
  ${rest}
  versions:
${versions}`;
const version = (name: string, served = true) => `    - name: ${name}
      served: ${served}
      schema: { openAPIV3Schema: { type: object, description: ${name} } }
`;

function read(
  text: string,
  wanted?: string,
): { readonly resources: readonly CustomResource[]; readonly problems: readonly string[] } {
  const collector = new Collector();
  const resources = readCustomResources(
    { file: "crd.yaml", text, ...(wanted === undefined ? {} : { version: wanted }) },
    collector,
  );
  return {
    resources,
    problems: collector.diagnostics.map(({ code, span }) => `${code} ${span?.start.line}`),
  };
}

describe("readCustomResources", () => {
  it("reads a kind with its schema", () => {
    const { resources, problems } = read(crd(version("v1"), "scope: Cluster"));
    expect(problems).toEqual([]);
    expect(resources).toEqual([
      {
        group: "shop.example",
        version: "v1",
        kind: "Widget",
        plural: "widgets",
        scope: "Cluster",
        schema: { type: "object", description: "v1" },
      },
    ]);
  });
  it("takes the most stable version that is served", () => {
    const text = crd(version("v1alpha1") + version("v1beta2") + version("v1beta10") + version("v1", false));
    expect(read(text).resources.map((resource) => resource.version)).toEqual(["v1beta10"]);
    expect(read(text, "v1alpha1").resources.map((resource) => resource.version)).toEqual(["v1alpha1"]);
  });
  it("leaves out other objects of the file", () => {
    const { resources, problems } = read(
      `kind: Namespace\n---\n${crd(version("v1"))}---\n${crd(version("v2"))}`,
    );
    expect(problems).toEqual([]);
    expect(resources.map((resource) => resource.version)).toEqual(["v1", "v2"]);
  });
  it("reports a file without a CRD", () => {
    expect(read("kind: Namespace\n").problems).toEqual(["PC6102 1"]);
    expect(read("").problems).toEqual(["PC6102 1"]);
  });
  it("reports YAML that cannot be read, where it is", () => {
    expect(read("a: 1\nb: [\n").problems.map((problem) => problem.split(" ")[0])).toContain("PC6101");
  });
  it("reports what a CRD must have", () => {
    expect(read(crd(version("v1"), "conversion: {}")).problems).toEqual(["PC6103 1"]);
    expect(read(crd("    - { name: v1, served: true }\n")).problems).toEqual(["PC6103 9"]);
  });
  it("reports a version that is not served", () => {
    expect(read(crd(version("v1")), "v2").problems).toEqual(["PC6104 9"]);
    expect(read(crd(version("v1", false)), "v1").problems).toEqual(["PC6104 9"]);
  });
});
