import type { EmittedFile } from "@policyc/compiler";
import type { RegoModule } from "@policyc/engine";
import { type JsonObject, listAt, objectAt, textAt, textsAt } from "../fixtures/json.js";
import { emittedObjects, isOfKind, NotEmitted } from "./emitted.js";

/** A policy as Gatekeeper gets it, read back from the emitted YAML. */
export interface GatekeeperPolicy {
  /** The Constraint's kind, as the template declares it. */
  readonly kind: string;
  readonly modules: readonly RegoModule[];
  /** `package` of the Rego: `k8sallowedrepos`. */
  readonly packageName: string;
  /** The schema of `spec.parameters`. */
  readonly schema: JsonObject;
  /** What the template asks the webhook for: CREATE and UPDATE where it says nothing. */
  readonly operations: readonly string[];
  /** `spec.match` of the emitted Constraint; empty without one. */
  readonly match: JsonObject;
}

/** All templates among the emitted files. */
export function gatekeeperPolicies(files: readonly EmittedFile[]): readonly GatekeeperPolicy[] {
  const objects = emittedObjects(files);
  const templates = objects.filter((object) =>
    isOfKind(object, "templates.gatekeeper.sh", "ConstraintTemplate"),
  );
  return templates.map((template) => {
    const kind = textAt(template, "spec", "crd", "spec", "names", "kind") ?? "";
    const constraint = objects.find((object) => isOfKind(object, "constraints.gatekeeper.sh", kind));
    const modules = regoOf(template, kind);
    return {
      kind,
      modules,
      packageName: packageOf(modules[0]?.text ?? ""),
      schema: objectAt(template, "spec", "crd", "spec", "validation", "openAPIV3Schema"),
      operations: operationsOf(template),
      match: objectAt(constraint, "spec", "match"),
    };
  });
}

/** The template of one Constraint kind. */
export function gatekeeperPolicy(files: readonly EmittedFile[], constraintKind: string): GatekeeperPolicy {
  const found = gatekeeperPolicies(files).find(({ kind }) => kind === constraintKind);
  if (found === undefined) throw new NotEmitted(`no ConstraintTemplate for ${constraintKind} was emitted`);
  return found;
}

function operationsOf(template: JsonObject): readonly string[] {
  const asked = listAt(template, "spec", "targets").flatMap((target) => textsAt(target, "operations"));
  return asked.length === 0 ? ["CREATE", "UPDATE"] : asked;
}

/** The template's own Rego first, then its libraries. */
function regoOf(template: JsonObject, kind: string): readonly RegoModule[] {
  for (const target of listAt(template, "spec", "targets")) {
    const code = listAt(target, "code").find((item) => textAt(item, "engine") === "Rego");
    const source = code === undefined ? target : objectAt(code, "source");
    const rego = textAt(source, "rego");
    if (rego === undefined) continue;
    const libraries = textsAt(source, "libs").map((text, index) => ({
      path: `${kind}-lib-${index}.rego`,
      text,
    }));
    return [{ path: `${kind}.rego`, text: rego }, ...libraries];
  }
  throw new NotEmitted(`the ConstraintTemplate for ${kind} has no Rego`);
}

function packageOf(rego: string): string {
  const name = /^\s*package\s+([\w.]+)/m.exec(rego)?.[1];
  if (name === undefined) throw new NotEmitted("the emitted Rego has no package");
  return name;
}
