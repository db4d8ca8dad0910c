import { describe, expect, it } from "vitest";
import type { PodSpec } from "./kinds/core.js";
import type { ObjectMeta } from "./kinds/meta.js";
import {
  appContainers,
  containers,
  ephemeralContainers,
  initContainers,
  podMetadata,
  podSpec,
  type Workload,
  workloads,
} from "./workloads.js";

const spec: PodSpec = {
  containers: [{ name: "app" }],
  initContainers: [{ name: "init" }],
  ephemeralContainers: [{ name: "debug" }],
};
const metadata = { name: "x" };
const template: { metadata: ObjectMeta; spec: PodSpec } = { metadata: { labels: { app: "x" } }, spec };
const selector = {};

const objects: { [kind in Workload["kind"]]: Workload } = {
  Pod: { apiVersion: "v1", kind: "Pod", metadata: { name: "x", labels: { app: "x" } }, spec },
  ReplicationController: { apiVersion: "v1", kind: "ReplicationController", metadata, spec: { template } },
  Deployment: { apiVersion: "apps/v1", kind: "Deployment", metadata, spec: { selector, template } },
  ReplicaSet: { apiVersion: "apps/v1", kind: "ReplicaSet", metadata, spec: { selector, template } },
  DaemonSet: { apiVersion: "apps/v1", kind: "DaemonSet", metadata, spec: { selector, template } },
  StatefulSet: { apiVersion: "apps/v1", kind: "StatefulSet", metadata, spec: { selector, template } },
  Job: { apiVersion: "batch/v1", kind: "Job", metadata, spec: { template } },
  CronJob: {
    apiVersion: "batch/v1",
    kind: "CronJob",
    metadata,
    spec: { schedule: "@daily", jobTemplate: { spec: { template } } },
  },
};

describe.each(workloads.map(({ kind }) => kind))("%s", (kind) => {
  const object = Object.values(objects).find((one) => one.kind === kind);
  if (object === undefined) throw new Error(`no ${kind}`);
  it("has its pod's spec and metadata found", () => {
    expect(podSpec(object)).toBe(spec);
    expect(podMetadata(object).labels).toEqual({ app: "x" });
  });
  it("has all its containers listed", () => {
    expect(containers(object).map(({ name }) => name)).toEqual(["app", "init", "debug"]);
    expect(appContainers(object)).toEqual([{ name: "app" }]);
    expect(initContainers(object)).toEqual([{ name: "init" }]);
    expect(ephemeralContainers(object)).toEqual([{ name: "debug" }]);
  });
});

it("a manifest with ephemeral containers alone has only those", () => {
  const pod: Workload = {
    ...objects.Pod,
    ...JSON.parse('{"spec":{"ephemeralContainers":[{"name":"debug"}]}}'),
  };
  expect(containers(pod)).toEqual([{ name: "debug" }]);
  expect(appContainers(pod)).toEqual([]);
});
