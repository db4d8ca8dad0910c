import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { kindOf } from "../documents.js";
import { at, isObject, type JsonObject, objectOf } from "../json.js";
import { subjectOf, type UserInfo } from "../upstream/review.js";
import type { Batch } from "./kyverno-batch.js";

/** JSON, which is YAML in every version: the CLI reads 1.1, in which `y` is a boolean. */
const stringify = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** The files of one `kyverno apply`, and the flags that name them. */
export interface BatchFiles {
  readonly resources: string;
  readonly flags: readonly string[];
  readonly write: (file: string, text: string) => Promise<void>;
}

/** Writes resources, operation, user and other objects of a batch as the CLI wants them. */
export async function writeBatch(
  folder: string,
  batch: Batch,
  neighbours: readonly JsonObject[],
): Promise<BatchFiles> {
  const write = (file: string, text: string): Promise<void> => writeFile(file, text);
  const flags: string[] = [];
  const add = async (flag: string, name: string, content: JsonObject): Promise<void> => {
    await write(join(folder, name), stringify(content));
    flags.push(flag, join(folder, name));
  };
  const [first] = batch.cases;
  const operation = first?.review.operation ?? "CREATE";
  // Without a user file `request.userInfo.username` is a run-time error, in a cluster it never is.
  await add("-u", "user.yaml", userFile(first?.review.userInfo ?? ANYBODY));
  if (operation !== "CREATE") await add("-f", "values.yaml", valuesFile(operation));
  if (neighbours.length > 0) {
    await add("--context-file", "context.yaml", contextFile(first?.inventory ?? [], neighbours));
  }
  const resources = join(folder, "resources.yaml");
  const objects = batch.cases.map((one, index) => marked(subjectOf(one.review) ?? {}, caseUid(index)));
  await write(resources, (objects.length > 0 ? objects : [SOMETHING]).map(stringify).join("---\n"));
  return { resources, flags, write };
}

const ANYBODY: UserInfo = { username: "policyc-conformance", uid: undefined, groups: [] };
const SOMETHING: JsonObject = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "something" } };

/** The report names a resource's uid, so a uid is what leads an answer back to its case. */
export function caseUid(index: number): string {
  return `case-${index}`;
}

function marked(object: JsonObject, uid: string): JsonObject {
  return objectOf(withoutNulls({ ...object, metadata: { ...objectOf(at(object, "metadata")), uid } }));
}

function userFile({ username, groups }: UserInfo): JsonObject {
  return {
    apiVersion: "cli.kyverno.io/v1alpha1",
    kind: "UserInfo",
    metadata: { name: "user" },
    userInfo: { username, groups },
  };
}

function valuesFile(operation: string): JsonObject {
  return {
    apiVersion: "cli.kyverno.io/v1alpha1",
    kind: "Values",
    metadata: { name: "values" },
    globalValues: { "request.operation": operation },
  };
}

/**
 * The other objects of the cluster. A kind of which the context holds nothing is an error in the CLI and an
 * empty list in a cluster, so each kind that the suite uses has one object where nobody looks.
 */
function contextFile(inventory: readonly JsonObject[], neighbours: readonly JsonObject[]): JsonObject {
  const kinds = new Map(neighbours.map((one) => [`${String(at(one, "apiVersion"))} ${kindOf(one)}`, one]));
  const placeholders = [...kinds.values()].map((one) => ({
    apiVersion: at(one, "apiVersion"),
    kind: at(one, "kind"),
    metadata: { name: "placeholder", namespace: "policyc-conformance-nowhere" },
  }));
  return {
    apiVersion: "cli.kyverno.io/v1alpha1",
    kind: "Context",
    metadata: { name: "context" },
    spec: { resources: [...inventory, ...placeholders] },
  };
}

/** An API server drops what is null before anybody sees it. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== null);
  return Object.fromEntries(entries.map(([name, item]) => [name, withoutNulls(item)]));
}
