import type { RegoModule } from "@policyc/engine";
import { parseAllDocuments } from "yaml";

/** The part of a ValidatingAdmissionPolicy's spec that holds expressions. */
export interface CelSpec {
  /** Absent where no expression may read `params`. */
  readonly paramKind?: unknown;
  readonly variables: unknown;
  readonly matchConditions: unknown;
  readonly validations: unknown;
}

/** The Rego modules of the ConstraintTemplates in a manifest. */
export function regoModules(text: string): readonly RegoModule[] {
  return documents(text, "ConstraintTemplate").flatMap((template) =>
    at(template, "spec", "targets").flatMap((target) =>
      at(target, "code").flatMap((code) =>
        [...at(code, "source", "rego"), ...at(code, "source", "libs")].flatMap((module, index) =>
          typeof module === "string"
            ? [{ path: index === 0 ? "policy.rego" : `lib${index}.rego`, text: module }]
            : [],
        ),
      ),
    ),
  );
}

/** The CEL of the policies in a manifest, as the spec of a ValidatingAdmissionPolicy would say it. */
export function celSpecs(text: string): readonly CelSpec[] {
  const same = ["ValidatingAdmissionPolicy", "ValidatingPolicy"].flatMap((kind) =>
    documents(withoutLibrary(text), kind).map((policy) => ({
      ...paramKindOf(policy),
      variables: at(policy, "spec", "variables"),
      matchConditions: at(policy, "spec", "matchConditions"),
      validations: at(policy, "spec", "validations"),
    })),
  );
  const rules = documents(text, "ClusterPolicy").flatMap((policy) => at(policy, "spec", "rules"));
  return [
    ...same,
    ...rules.map((rule) => ({
      variables: at(rule, "validate", "cel", "variables"),
      matchConditions: at(rule, "celPreconditions"),
      validations: at(rule, "validate", "cel", "expressions"),
    })),
  ];
}

function paramKindOf(policy: unknown): Pick<CelSpec, "paramKind"> {
  const [paramKind] = at(policy, "spec", "paramKind");
  return paramKind === undefined ? {} : { paramKind };
}

/** What Kyverno's library says is a list to Kubernetes' compiler, which does not know that library. */
function withoutLibrary(text: string): string {
  return text.replaceAll(
    /resource\.List\(\s*("[^"]*"),\s+("[^"]*"),\s+([\s\S]*?)\)\.items/g,
    '[$1 == $2 && $3 == ""]',
  );
}

function documents(text: string, kind: string): readonly unknown[] {
  return parseAllDocuments(text).flatMap((document) => {
    const value: unknown = document.toJS();
    return at(value, "kind").includes(kind) ? [value] : [];
  });
}

/** What stands at a path: the items of a list, the value in a list of its own, or nothing. */
function at(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const [key, ...rest] = path;
  if (key === undefined) return Array.isArray(value) ? value : value === undefined ? [] : [value];
  if (typeof value !== "object" || value === null) return [];
  return at(Object.entries(value).find(([name]) => name === key)?.[1], ...rest);
}
