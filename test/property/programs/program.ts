import * as sdk from "@policyc/sdk";
import type fc from "fast-check";
import { type Choose, made } from "../choose.js";
import { shapes } from "../objects/shapes.js";
import { kindsOf, type Subject } from "../objects/subjects.js";
import { widget } from "../objects/widget.js";
import { declaredWidget } from "./custom.js";
import { expression, optional } from "./expressions.js";
import { declareGenerator, declareHelper } from "./helpers.js";
import { type Piece, piece, textOf, together } from "./piece.js";
import { block } from "./statements.js";
import type { Draft, Name, Writer } from "./writer.js";

/** A policy: its module, in pieces, and what its author says beside. */
export interface Program {
  readonly kind: Subject;
  readonly minKubernetes: string;
  readonly operations: readonly string[];
  readonly source: Piece;
}

/** The types that helpers of a kind's policies take. */
const records = {
  Pod: ["Pod", "Container", "PodSpec"],
  Deployment: ["Deployment", "Container", "PodSpec"],
  CronJob: ["CronJob", "Container", "PodSpec"],
  Workload: ["Workload", "Container", "PodSpec"],
  Exposed: ["Exposed", "Pod", "ServiceSpec"],
  Ingress: ["Ingress", "IngressRule", "IngressSpec"],
  Service: ["Service", "ServicePort", "ServiceSpec"],
  Role: ["Role", "PolicyRule"],
  ClusterRole: ["ClusterRole", "PolicyRule"],
  NetworkPolicy: ["NetworkPolicy", "NetworkPolicyPeer", "NetworkPolicySpec"],
  ConfigMap: ["ConfigMap", "NamedObjectMeta"],
  Secret: ["Secret", "NamedObjectMeta"],
  PersistentVolumeClaim: ["PersistentVolumeClaim", "PersistentVolumeClaimSpec"],
  RoleBinding: ["RoleBinding", "Subject"],
  HorizontalPodAutoscaler: ["HorizontalPodAutoscaler", "MetricSpec"],
  Widget: ["Widget", "WidgetStore", "WidgetOwner", "WidgetPart"],
} as const satisfies { [K in Subject]: readonly [string, ...string[]] };

/** Policies of the language about objects of a kind. */
export function programsOf(kind: Subject, hasPositions: boolean): fc.Arbitrary<Program> {
  return made((choose) => programOf(kind, hasPositions, choose));
}

function programOf(kind: Subject, hasPositions: boolean, choose: Choose): Program {
  const readsOthers = choose.often(15);
  const draft: Draft = {
    declarations: [],
    helpers: [],
    generators: [],
    names: new Set([
      ...Object.keys(sdk),
      "object",
      "params",
      "request",
      "oldObject",
      "namespaceObject",
      "Params",
      "Entry",
      "Finding",
      "Limits",
      "Tier",
      "given",
    ]),
    minKubernetes: choose.among(["1.30", "1.33", "1.35", "1.37", "1.37"]),
    hasPositions,
    others: readsOthers ? ["Service", "Pod", "Namespace", ...kindsOf(kind)] : [],
  };
  const at: Writer = {
    choose,
    draft,
    names: [],
    depth: choose.among([3, 3, 3, 4]),
    inLoop: false,
    expression,
    optional,
  };
  for (let count = choose.below(3); count > 0; count--) declareHelper(at, [...records[kind], "Finding"]);
  for (let count = choose.below(2); count > 0; count--) declareGenerator(at, records[kind]);
  const given = inputs(kind, choose).filter(({ text }) => text !== "oldObject" || !readsOthers);
  const names = kind === "Workload" ? [...given, ...given.flatMap(podNames)] : given;
  const body = block({ ...at, names }, 1 + choose.below(3));
  return {
    kind,
    minKubernetes: draft.minKubernetes,
    operations: choose.often(80) ? ["CREATE", "UPDATE"] : ["CREATE", "UPDATE", "DELETE"],
    source: together("module", [...draft.declarations, piece("check")`${body}`], "\n"),
  };
}

/** What the SDK finds in a workload. */
function podNames({ text, type, optional }: Name): readonly Name[] {
  if (type !== "Workload") return [];
  const of = (name: string): string => (optional ? `(${text} && ${name}(${text}))` : `${name}(${text})`);
  return [
    { text: of("podSpec"), type: "PodSpec", optional },
    { text: of("podMetadata"), type: "ObjectMeta", optional },
    { text: of("containers"), type: "Container[]", optional },
    { text: of("appContainers"), type: "Container[]", optional },
  ];
}

function inputs(kind: Subject, choose: Choose): readonly Name[] {
  const all: readonly Name[] = [
    { text: "object", type: kind, optional: false },
    { text: "params", type: "Params", optional: false },
    { text: "request", type: "AdmissionRequest", optional: false },
    { text: "oldObject", type: kind, optional: true },
    { text: "namespaceObject", type: "Namespace", optional: true },
  ];
  return all.filter(({ text }) => text === "object" || choose.often(50));
}

const sdkNames = [
  ...new Set([...Object.keys(sdk), "Violation", "IntOrString", "Integer", ...shapes.keys()]),
].filter(
  (name) =>
    !Object.hasOwn(widget, name) &&
    !["Exposed", "Entry", "Finding", "Params", "AdmissionRequest", "UserInfo", "Limits", "Tier"].includes(
      name,
    ),
);

const declared: { readonly [kind: string]: string } = {
  Widget: `${declaredWidget}\n`,
  Exposed: `type Exposed = ${kindsOf("Exposed").join(" | ")};\n`,
};

function matched(kind: Subject): string {
  return kind === "Workload" ? "workloads" : `[${kindsOf(kind).join(", ")}]`;
}

/** The module as a file, under a name that no other of its batch has. */
export function moduleOf({ kind, minKubernetes, operations, source }: Program, name: string): string {
  const pieces = source.parts.filter((part) => typeof part !== "string");
  const check = pieces.at(-1);
  const custom = declared[kind] ?? "";
  const declarations = `${custom}${pieces.slice(0, -1).map(textOf).join("\n")}`;
  const body = check === undefined ? "" : textOf(check);
  // The engines of CEL that cannot list objects are told so, and CEL is given them in the old object.
  const unreachable = /\binventory\(/.test(`${declarations}${body}`)
    ? '\n  unreachable: { kyverno: "it cannot read", vap: "it cannot read" },'
    : "";
  const words = new Set(
    [...`${matched(kind)} ${declarations} ${body}`.matchAll(/\w+/g)].map(([word]) => word),
  );
  const used = ["object", "params", "request", "oldObject", "namespaceObject"].filter((input) =>
    words.has(input),
  );
  const imported = sdkNames.filter(
    (known) => words.has(known) || ["parameters", "policy", "violation"].includes(known),
  );
  return `import { ${imported.join(", ")} } from "@policyc/sdk";
interface Entry { label: string; size: number; ok: boolean; note?: string | undefined }
interface Finding { name: string; words: string[]; entry: Entry; most?: number | undefined; note?: string | undefined; tags?: { [key: string]: string }; flag?: boolean }
interface Params { repos: string[]; limit: number; prefix: string; strict: boolean; note?: string; sizes?: number[]; known: { [key: string]: string }; list?: string[]; limits?: Limits; rules?: Tier[] }
interface Limits { most?: number; words?: string[]; deny?: boolean; of: string }
interface Tier { name: string; most?: number; oneOf?: string[]; says: string }
${declarations}
export default policy({
  name: "${name}", title: "Random policy", description: "Made by chance.", severity: "low", minKubernetes: "${minKubernetes}",${unreachable}
  match: { kinds: ${matched(kind)}, operations: ${JSON.stringify(operations)} },
  params: parameters<Params>({ repos: [], limit: 0, prefix: "", strict: false, known: {} }),
  *check({ ${used.join(", ")} }) {
${body}
  },
});
`;
}
