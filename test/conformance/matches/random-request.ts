import { startOf } from "@policyc/diagnostics";
import { type AdmissionRequest, type JsonObject, requestOf } from "@policyc/testing";
import type { Choose } from "../../property/choose.js";
import {
  type KindName,
  kindNames,
  labelKeys,
  labelValues,
  madeNamespaces,
  namespaceNames,
  objectNames,
  operationNames,
} from "./random-match.js";

/** What a cluster accepts of each kind, beside its metadata. */
const objects = {
  Secret: { apiVersion: "v1", stringData: { answer: "42" } },
  Service: { apiVersion: "v1", spec: { ports: [{ port: 80 }] } },
  Namespace: { apiVersion: "v1" },
  ClusterRole: { apiVersion: "rbac.authorization.k8s.io/v1", rules: [] },
  Deployment: {
    apiVersion: "apps/v1",
    spec: {
      selector: { matchLabels: { app: "web" } },
      template: {
        metadata: { labels: { app: "web" } },
        spec: { containers: [{ name: "web", image: "registry.example.com/web:1" }] },
      },
    },
  },
} as const satisfies { [Kind in KindName]: JsonObject };

const isNamespaced = (kind: KindName): boolean => kind !== "Namespace" && kind !== "ClusterRole";

/** A request about an object of one of these kinds, now and then of another one. */
export function randomRequest(choose: Choose, kinds: readonly KindName[]): AdmissionRequest {
  const [first = "Secret", ...others] = choose.often(85) ? kinds : kindNames;
  const kind = choose.among([first, ...others]);
  const operation = choose.among(operationNames);
  const metadata = {
    name: choose.among(kind === "Namespace" ? madeNamespaces : objectNames),
    ...(isNamespaced(kind) ? { namespace: choose.among(namespaceNames) } : {}),
  };
  const labelled = (): JsonObject => ({
    ...objects[kind],
    kind,
    metadata: { ...metadata, ...labels(choose) },
  });
  const locate = () => startOf("request");
  const object = labelled();
  const { labels: namespaceLabels = {} } = labels(choose);
  // Half of the updates change labels.
  const oldObject = operation === "UPDATE" && choose.often(50) ? { oldObject: labelled() } : {};
  return requestOf({ object, locate }, { operation, namespaceLabels, ...oldObject }).request;
}

function labels(choose: Choose): { readonly labels?: Readonly<Record<string, string>> } {
  const own = labelKeys.filter(() => choose.often(50)).map((key) => [key, choose.among(labelValues)]);
  return own.length === 0 ? {} : { labels: Object.fromEntries(own) };
}
