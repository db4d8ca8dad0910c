/** What an author sees without writing a type: checked by tsc, from `inference.test.ts`. */
import { expectTypeOf } from "vitest";
import {
  type Admission,
  ConfigMap,
  type Container,
  containers,
  Deployment,
  type InstanceOf,
  type Integer,
  type IntOrString,
  kind,
  type NamedObjectMeta,
  type Operation,
  Pod,
  PodExecOptions,
  type PodSpec,
  type Policy,
  parameters,
  podSpec,
  policy,
  type Quantity,
  Service,
  type StatefulSet,
  violation,
  type Workload,
  workloads,
} from "./index.js";

const about = { name: "p", title: "P", description: "P.", severity: "low" } as const;

interface Params {
  repos: string[];
  limit?: Integer;
}

export const twoKinds: Policy<Pod | Deployment, Params> = policy({
  ...about,
  match: [Pod, Deployment],
  params: parameters<Params>({ repos: [] }),
  *check({ object, oldObject, params, request, namespaceObject }) {
    expectTypeOf(object).toEqualTypeOf<Pod | Deployment>();
    expectTypeOf(oldObject).toEqualTypeOf<Pod | Deployment | undefined>();
    expectTypeOf(params).toEqualTypeOf<Params>();
    expectTypeOf(request.operation).toEqualTypeOf<Operation | undefined>();
    expectTypeOf(request.userInfo?.groups).toEqualTypeOf<string[] | undefined>();
    expectTypeOf(namespaceObject?.metadata.labels?.["team"]).toEqualTypeOf<string | undefined>();
    if (object.kind === "Pod") expectTypeOf(object.spec).toEqualTypeOf<PodSpec>();
    else expectTypeOf(object).toEqualTypeOf<Deployment>();
    yield violation("no", object.metadata);
  },
});

export const withoutParams: Policy<ConfigMap, object> = policy({
  ...about,
  match: { kinds: [ConfigMap], operations: ["CREATE"], excludedNamespaces: ["kube-*"] },
  require: ({ object, params }) => {
    expectTypeOf(object).toEqualTypeOf<ConfigMap>();
    expectTypeOf<keyof typeof params>().toEqualTypeOf<never>();
    return object.data === undefined && params !== undefined;
  },
  message: ({ object }) => `no data: ${object.metadata.name}`,
});

export const onWorkloads: Policy<Workload, object> = policy({
  ...about,
  match: workloads,
  *check({ object }) {
    expectTypeOf(object).toEqualTypeOf<Workload>();
    expectTypeOf(podSpec(object)).toEqualTypeOf<PodSpec>();
    for (const container of containers(object)) yield violation(`<${container.name}>`, container);
  },
});

export const mixed: Policy<Service | Workload, object> = policy({
  ...about,
  match: [Service, ...workloads],
  require: ({ object }) => object.metadata.name !== "",
  message: "named",
});

export const onExec: Policy<PodExecOptions, object> = policy({
  ...about,
  match: { kinds: [PodExecOptions], operations: ["CONNECT"] },
  require: ({ object }) => object.stdin !== true && (object.command ?? []).length > 0,
  message: "no shells",
});

interface Certificate {
  apiVersion: "cert-manager.io/v1";
  kind: "Certificate";
  metadata: NamedObjectMeta;
  spec: { dnsNames?: string[] };
}
const Certificate = kind<Certificate>({
  group: "cert-manager.io",
  version: "v1",
  kind: "Certificate",
  plural: "certificates",
  scope: "Namespaced",
});
expectTypeOf<InstanceOf<typeof Certificate>>().toEqualTypeOf<Certificate>();
expectTypeOf<InstanceOf<(typeof workloads)[number]>>().toEqualTypeOf<Workload>();

// Fields are as an admitted object has them.
expectTypeOf<Pod["kind"]>().toEqualTypeOf<"Pod">();
expectTypeOf<Pod["metadata"]["name"]>().toEqualTypeOf<string>();
expectTypeOf<Pod["spec"]["containers"]>().toEqualTypeOf<Container[]>();
expectTypeOf<Pod["spec"]["hostNetwork"]>().toEqualTypeOf<boolean | undefined>();
expectTypeOf<NonNullable<NonNullable<Container["resources"]>["limits"]>>().toEqualTypeOf<{
  [key: string]: Quantity;
}>();
expectTypeOf<NonNullable<Service["spec"]["ports"]>[number]["targetPort"]>().toEqualTypeOf<
  IntOrString | undefined
>();
expectTypeOf<Deployment["spec"]["replicas"]>().toEqualTypeOf<Integer | undefined>();

// An object inside of another one is asked for no name.
type ClaimTemplate = NonNullable<StatefulSet["spec"]["volumeClaimTemplates"]>[number];
expectTypeOf<ClaimTemplate["metadata"]["name"]>().toEqualTypeOf<string | undefined>();
expectTypeOf<ClaimTemplate["kind"]>().toEqualTypeOf<string | undefined>();

// Mistakes are red.
export const mistakes: (admission: Admission<Pod, Params>) => unknown[] = ({ object, params }) => [
  // @ts-expect-error there is no such field
  object.spec.hostNetworks,
  // @ts-expect-error it may be absent
  object.metadata.labels["team"],
  // @ts-expect-error there is no such parameter
  params.repo,
  // @ts-expect-error a policy has a check, or a requirement with its message
  policy({ ...about, match: [Pod] }),
  // @ts-expect-error a requirement needs a message
  policy({ ...about, match: [Pod], require: () => true }),
  // @ts-expect-error no such severity
  policy({ ...about, severity: "bad", match: [Pod], require: () => true, message: "m" }),
  // @ts-expect-error the defaults have the type of the parameters
  parameters<Params>({ repos: [1] }),
  // @ts-expect-error there are no parameters
  policy({ ...about, match: [Pod], require: ({ params: none }) => none.repos, message: "m" }),
  // @ts-expect-error a part to blame is a part of the object, no text
  violation("m", object.metadata.name),
];
