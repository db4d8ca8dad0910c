import type { Case } from "./objects/cases.js";
import type { KindName } from "./objects/shapes.js";

/** A divergence that `pnpm fuzz` found, as it printed it: the policy and the object on which engines disagreed. */
export interface Regression {
  readonly says: string;
  readonly kind: KindName;
  /** The oldest Kubernetes whose CEL can say it; 1.30 where nothing is said. */
  readonly minKubernetes?: string;
  /** What the module declares beside the policy. */
  readonly module?: string;
  readonly body: string;
  /** All regressions of a kind are asked about all of them. */
  readonly cases: readonly Case[];
}

export const regressions: readonly Regression[] = [
  {
    says: "messages of an object and of the author stand in one list",
    kind: "Pod",
    body: `yield violation(object.spec.hostname ?? ""); yield violation("");`,
    cases: [
      {
        object: {
          apiVersion: "v1",
          kind: "Pod",
          metadata: { name: "a" },
          spec: { containers: [], hostname: "h" },
        },
        operation: "CREATE",
      },
    ],
  },
  {
    says: "numbers are written with an exponent",
    kind: "Pod",
    body: "yield violation(`%d${1e21} ${1e6}`);",
    cases: [
      {
        object: { apiVersion: "v1", kind: "Pod", metadata: { name: "a" }, spec: { containers: [] } },
        operation: "CREATE",
      },
    ],
  },
  {
    says: "a dry run is told apart from none",
    kind: "Pod",
    body: 'if (request.dryRun ?? true) yield violation("dry"); yield violation(object.metadata.name);',
    cases: [
      {
        object: { apiVersion: "v1", kind: "Pod", metadata: { name: "a" }, spec: { containers: [] } },
        operation: "CREATE",
      },
    ],
  },
  {
    says: "what a request holds stands in a list beside what the author wrote",
    kind: "Pod",
    minKubernetes: "1.37",
    body: 'const list: string[] = [request.userInfo?.username ?? "nobody", "x"]; yield violation(list.join("-")); yield violation(request.name ?? "none");',
    cases: [
      {
        object: { apiVersion: "v1", kind: "Pod", metadata: { name: "a" }, spec: { containers: [] } },
        operation: "CREATE",
        userInfo: { username: "admin" },
      },
    ],
  },
  {
    says: "keys of labels stand in a list of messages",
    kind: "Pod",
    body: "for (const [key, value] of Object.entries(object.spec.nodeSelector ?? {})) { yield violation(key); yield violation(`${value}x`); }",
    cases: [
      {
        object: {
          apiVersion: "v1",
          kind: "Pod",
          metadata: { name: "a" },
          spec: { containers: [], nodeSelector: { a: "b" } },
        },
        operation: "CREATE",
      },
    ],
  },
  {
    says: "messages of several lines",
    kind: "Pod",
    body: 'yield violation(object.spec.hostname ?? "none");',
    cases: [
      {
        object: {
          apiVersion: "v1",
          kind: "Pod",
          metadata: { name: "a" },
          spec: { containers: [], hostname: "a\nb" },
        },
        operation: "CREATE",
      },
    ],
  },
  {
    says: "names that are keywords of Rego, with a number",
    kind: "Pod",
    body: "for (const some of object.spec.containers) for (const some2 of some.args ?? []) yield violation(some2); yield violation(object.metadata.name);",
    cases: [
      {
        object: {
          apiVersion: "v1",
          kind: "Pod",
          metadata: { name: "a" },
          spec: { containers: [{ name: "c", args: ["x", "y"] }] },
        },
        operation: "CREATE",
      },
    ],
  },
  {
    says: "an entry that is absent is no entry",
    kind: "Pod",
    body: 'const entry: Entry = { label: "l", size: 1, ok: true, note: object.spec.hostname }; yield violation(`${entry.label} ${entry.note ?? "none"}`); if (entry.note === undefined) yield violation("absent");',
    cases: [
      {
        object: { apiVersion: "v1", kind: "Pod", metadata: { name: "a" }, spec: { containers: [] } },
        operation: "CREATE",
      },
    ],
  },
  {
    says: "a position in a text that the object holds",
    kind: "Pod",
    body: "yield violation(object.metadata.name.slice(0, object.metadata.generation ?? 0)); yield violation(object.metadata.name.slice(object.metadata.generation ?? 1));",
    cases: [
      {
        object: {
          apiVersion: "v1",
          kind: "Pod",
          metadata: { name: "ab", generation: 2 },
          spec: { containers: [{ name: "c", args: ["x", "y"] }, { name: "d" }] },
        },
        operation: "CREATE",
      },
    ],
  },
  {
    says: "a position in a list that the object holds",
    kind: "Pod",
    minKubernetes: "1.37",
    body: 'yield violation((object.spec.containers[0]?.args ?? []).slice(0, object.metadata.generation ?? 0).join("-"));',
    cases: [
      {
        object: {
          apiVersion: "v1",
          kind: "Pod",
          metadata: { name: "ab", generation: 2 },
          spec: { containers: [{ name: "c", args: ["x", "y"] }, { name: "d" }] },
        },
        operation: "CREATE",
      },
    ],
  },
  {
    says: "a remainder stands beside a text",
    kind: "Pod",
    body: 'const size = object.metadata.generation ?? 0; if (["", size % 3].some((one) => one === 2)) yield violation("two");',
    cases: [
      {
        object: {
          apiVersion: "v1",
          kind: "Pod",
          metadata: { name: "ab", generation: 2 },
          spec: { containers: [{ name: "c", args: ["x", "y"] }, { name: "d" }] },
        },
        operation: "CREATE",
      },
    ],
  },
  {
    says: "a list of what is computed from nothing of its turn",
    kind: "Pod",
    body: "const sum = object.spec.containers.reduce((sum, one) => sum + (object.metadata.name.length - 1), 0); yield violation(`${sum}`); const n = object.metadata.generation ?? 0; const sizes = object.spec.containers.map(({ name }) => `${name.length + n}`); yield violation(sizes.join()); if (object.spec.containers.map(({ name }) => name.length + n).includes(3)) yield violation('three');",
    cases: [
      {
        object: {
          apiVersion: "v1",
          kind: "Pod",
          metadata: { name: "ab", generation: 2 },
          spec: { containers: [{ name: "c" }, { name: "d" }] },
        },
        operation: "CREATE",
      },
    ],
  },
  {
    says: "a text where the request says nothing of a dry run",
    kind: "Pod",
    body: 'yield violation(`${request.dryRun ?? "unknown"} ${request.name ?? 3} ${request.userInfo?.username ?? true}`); if ((request.dryRun ?? "text") === "text") yield violation("none");',
    cases: [
      {
        object: {
          apiVersion: "v1",
          kind: "Pod",
          metadata: { name: "ab", generation: 2 },
          spec: { containers: [{ name: "c", args: ["x", "y"] }, { name: "d" }] },
        },
        operation: "CREATE",
      },
    ],
  },
];
