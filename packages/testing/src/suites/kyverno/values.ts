import type { Json } from "@policyc/ir";
import { isJsonObject, type JsonObject, listAt, objectAt, textAt } from "../../fixtures/json.js";
import { beside } from "../beside.js";
import { fileNotThere } from "../diagnostics/suite.js";
import { firstDocument, hold, type TestReading } from "./document.js";
import { valuesSchema } from "./test-schema.js";

/** What a Test says of the world around its resources, in its `variables` file or in place as `values`. */
export interface TestValues {
  /** The variables for one rule and one resource: what is said of it last, by resource, rule or everywhere. */
  readonly for: (subject: RuleAndResource) => Variables;
  /** Labels of a namespace, where the Test tells them. */
  readonly namespaceLabels: (name: string) => Readonly<Record<string, string>>;
  /** `scale` for a kind that the Test declares to be sent to `deployments/scale`. */
  readonly subResource: (object: JsonObject) => string | undefined;
}

export interface RuleAndResource {
  readonly policy: string;
  readonly rule: string | undefined;
  readonly resource: string;
}

/** By the name in the policy's text, e.g. `request.operation` or `dictionary.data.admin`. */
export interface Variables {
  /** Said of this rule or this resource. */
  readonly own: ReadonlyMap<string, Json>;
  /** `globalValues`: for whoever wants them. */
  readonly global: ReadonlyMap<string, Json>;
}

/** Reads the values of a Test; nothing where it has none. */
export function testValues(reading: TestReading): TestValues {
  const written = valuesOf(reading);
  return {
    for: (subject) => variablesFor(subject, written),
    namespaceLabels: (name) => namespaceLabels(name, written),
    subResource: (object) => subResourceOf(object, written),
  };
}

function valuesOf({ document, read, collector }: TestReading): JsonObject {
  const path = textAt(document.value, "variables");
  if (path === undefined || path === "") return objectAt(document.value, "values");
  const file = beside(document.file, path);
  const text = read(file);
  if (text === undefined) {
    collector.report(fileNotThere(document.locate(["variables"]), path));
    return {};
  }
  const values = firstDocument(text, file, collector);
  if (values === undefined) return {};
  hold(values, valuesSchema, "Values", collector);
  return isJsonObject(values.value) ? values.value : {};
}

function variablesFor({ policy, rule, resource }: RuleAndResource, values: JsonObject): Variables {
  const own = listAt(values, "policies").filter((one) => textAt(one, "name") === policy);
  const named = (list: string, name: string | undefined) =>
    own
      .flatMap((one) => listAt(one, list))
      .filter((one) => textAt(one, "name") === name)
      .flatMap((one) => Object.entries(objectAt(one, "values")));
  return {
    own: new Map([...named("rules", rule), ...named("resources", resource)]),
    global: new Map(Object.entries(objectAt(values, "globalValues"))),
  };
}

function namespaceLabels(name: string, values: JsonObject): Readonly<Record<string, string>> {
  const selected = listAt(values, "namespaceSelector").filter((one) => textAt(one, "name") === name);
  const namespaces = listAt(values, "namespaces").filter((one) => textAt(one, "metadata", "name") === name);
  const labels = [
    ...namespaces.map((one) => objectAt(one, "metadata", "labels")),
    ...selected.map((one) => objectAt(one, "labels")),
  ];
  return Object.fromEntries(
    labels.flatMap((one) => Object.entries(one).map(([key, value]) => [key, String(value)] as const)),
  );
}

function subResourceOf(object: JsonObject, values: JsonObject): string | undefined {
  const apiVersion = textAt(object, "apiVersion") ?? "";
  const declared = listAt(values, "subresources").find((one) => {
    const [group, version] = [textAt(one, "subresource", "group"), textAt(one, "subresource", "version")];
    const said = group === undefined || group === "" ? version : `${group}/${version}`;
    return textAt(one, "subresource", "kind") === textAt(object, "kind") && said === apiVersion;
  });
  return textAt(declared, "subresource", "name")?.split("/")[1];
}
