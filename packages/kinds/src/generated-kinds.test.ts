import { describe, expect, it } from "vitest";
import { definitionName, newestKinds } from "../scripts/definition-names.js";
import { guaranteed } from "../scripts/guaranteed.js";
import { differingModules } from "../scripts/up-to-date.js";
import { kubernetesApi } from "./kubernetes-api.js";

describe("the kinds of the SDK", () => {
  it("are as packages/kinds/generate.ts writes them", () => {
    expect(differingModules().map(({ name }) => name)).toEqual([]);
  });
  it("have a name each, and one version", () => {
    const kinds = newestKinds(kubernetesApi());
    const names = kinds.map(
      ({ definition }) => `${definitionName(definition).file}.${definitionName(definition).name}`,
    );
    expect(new Set(names).size).toBe(kinds.length);
    expect(
      kinds.filter(({ kind }) => kind === "HorizontalPodAutoscaler").map(({ version }) => version),
    ).toEqual(["v2"]);
  });
});

describe("what an admitted object guarantees", () => {
  const definitions = kubernetesApi().definitions;
  const required = (name: string) => definitions[name]?.required ?? [];
  it.each([
    ["io.k8s.api.core.v1.Pod", ["metadata", "spec"]],
    ["io.k8s.api.core.v1.ConfigMap", ["metadata"]],
    ["io.k8s.api.core.v1.Namespace", ["metadata"]],
    ["io.k8s.api.core.v1.PodTemplateSpec", ["spec"]],
    ["io.k8s.api.core.v1.ReplicationControllerSpec", ["template"]],
    ["io.k8s.api.core.v1.Container", ["name"]],
    ["io.k8s.api.core.v1.LimitRangeSpec", []],
    ["io.k8s.api.rbac.v1.ClusterRole", ["metadata"]],
  ])("%s has %j", (name, fields) => {
    expect(required(name)).toEqual(fields);
  });
  it("does not rely on a status or on resources, which manifests leave out", () => {
    expect(required("io.k8s.api.core.v1.Container")).not.toContain("resources");
    expect(required("io.k8s.api.apps.v1.Deployment")).not.toContain("status");
  });
  it("is no change where it has been worked out before", () => {
    const pod = definitions["io.k8s.api.core.v1.Pod"] ?? {};
    expect(guaranteed("io.k8s.api.core.v1.Pod", pod, true)).toEqual(pod);
  });
});
