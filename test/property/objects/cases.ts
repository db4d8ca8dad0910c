import type fc from "fast-check";
import { type Choose, made } from "../choose.js";
import { type KubernetesObject, type ObjectOptions, objectOf, recordOf } from "./object.js";
import { othersOf } from "./others.js";
import type { KindName } from "./shapes.js";
import { kindsOf, type Subject } from "./subjects.js";

/** A request as it is written down; what admission makes of it is up to the engine. */
export interface Case {
  readonly object: KubernetesObject;
  readonly operation: "CREATE" | "UPDATE" | "DELETE";
  readonly oldObject?: KubernetesObject;
  readonly dryRun?: boolean;
  /** What the namespace around it has beside its name: `metadata`, `status`. */
  readonly namespace?: KubernetesObject;
  readonly userInfo?: {
    readonly username?: string;
    readonly uid?: string;
    readonly groups?: string[];
    readonly extra?: { [name: string]: string[] };
  };
  readonly options?: KubernetesObject;
  /** The other objects of the cluster. */
  readonly others?: readonly KubernetesObject[];
}

/** Requests about objects of a kind. */
export function casesOf(subject: Subject, { bmpOnly }: ObjectOptions): fc.Arbitrary<Case> {
  return made((choose) =>
    caseOf(choose.among(kindsOf(subject)), { bmpOnly: bmpOnly || choose.often(60) }, choose),
  );
}

function caseOf(kind: KindName, options: ObjectOptions, choose: Choose): Case {
  const operation = choose.often(60)
    ? "CREATE"
    : choose.among<Case["operation"]>(["UPDATE", "UPDATE", "DELETE"]);
  const object = objectOf(kind, choose, options);
  return {
    object,
    operation,
    ...(operation === "UPDATE" && choose.often(50) ? { oldObject: objectOf(kind, choose, options) } : {}),
    ...(choose.often(50) ? { userInfo: userOf(choose) } : {}),
    ...(choose.often(20) ? { dryRun: true } : {}),
    ...(choose.often(50) ? { namespace: recordOf("Namespace", choose, options) } : {}),
    ...(choose.often(30) ? { options: optionsOf(operation, choose) } : {}),
    others: othersOf(object, choose, options),
  };
}

function optionsOf(operation: Case["operation"], choose: Choose): KubernetesObject {
  const fieldManager = choose.among(["kubectl", "argocd", "a"]);
  if (operation !== "DELETE") return { fieldManager };
  const gracePeriodSeconds = choose.among([0, 1, 30]);
  const propagationPolicy = choose.among(["Orphan", "Background"]);
  return choose.often(50)
    ? { gracePeriodSeconds, propagationPolicy }
    : { gracePeriodSeconds, preconditions: { uid: "a" } };
}

function userOf(choose: Choose): NonNullable<Case["userInfo"]> {
  const username = choose.among(["admin", "system:serviceaccount:a:b"]);
  // An API server leaves out what is empty.
  return {
    username,
    ...(choose.often(30) ? { uid: choose.among(["a", "1"]) } : {}),
    ...(choose.often(75) ? { groups: choose.among([["g"], ["system:masters", "g"]]) } : {}),
    ...(choose.often(30) ? { extra: { app: choose.among([["a"], ["a", "b"], []]) } } : {}),
  };
}

/** The parameters of a deployment. */
export const parameterValues: fc.Arbitrary<KubernetesObject> = made((choose) =>
  recordOf("Params", choose, { bmpOnly: true }),
);
