import { describe, expect, it } from "vitest";
import { definitionOf, reachable, type Schema } from "./api.js";
import { kubernetesApi } from "./kubernetes-api.js";
import { schemaFor } from "./schema-for.js";

const definition = (name: string): Schema => schemaFor("", "v1", "Pod")?.definitions[name] ?? {};

describe("schemaFor", () => {
  it("knows every kind that Kubernetes serves, in each of its stable versions", () => {
    for (const { group, version, kind } of kubernetesApi().kinds)
      expect(schemaFor(group, version, kind)).toBeDefined();
    expect(schemaFor("autoscaling", "v1", "HorizontalPodAutoscaler")).toBeDefined();
    expect(schemaFor("", "v1", "PodExecOptions")).toBeDefined();
  });
  it("knows no others", () => {
    expect(schemaFor("extensions", "v1beta1", "Ingress")).toBeUndefined();
    expect(schemaFor("apps", "v1", "Pod")).toBeUndefined();
  });
  it("brings all that it refers to, and nothing else", () => {
    const schema = schemaFor("", "v1", "ConfigMap");
    const root = definitionOf(schema?.$ref ?? "");
    expect(Object.keys(schema?.definitions ?? {}).sort()).toEqual(
      [...reachable([root], schema?.definitions ?? {})].sort(),
    );
    expect(Object.keys(schema?.definitions ?? {})).not.toContain("io.k8s.api.core.v1.Pod");
  });
  it("makes unknown fields errors, but not keys of maps", () => {
    expect(definition("io.k8s.api.core.v1.PodSpec").additionalProperties).toBe(false);
    expect(
      definition("io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta").properties?.["labels"]
        ?.additionalProperties,
    ).toEqual({ type: "string" });
  });
  it("keeps what Kubernetes leaves open", () => {
    expect(definition("io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1").additionalProperties).toBeUndefined();
    expect(definition("io.k8s.apimachinery.pkg.util.intstr.IntOrString").oneOf).toEqual([
      { type: "integer" },
      { type: "string" },
    ]);
  });
  it("has formats of whole numbers", () => {
    expect(definition("io.k8s.api.core.v1.ContainerPort").properties?.["containerPort"]).toEqual({
      type: "integer",
      format: "int32",
    });
  });
});
