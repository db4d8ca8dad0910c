import type { EmittedFile } from "@policyc/compiler";
import type { Inventory } from "@policyc/testing";

const target = /dyn\(\s*resource\.List\(\s*"([^"]*)",\s+"([^"]*)",\s+([\s\S]*?)\)\.items\s*\)/g;

/**
 * The ValidatingPolicy as Kubernetes' own CEL can run it: what Kyverno's library would list is put into the old
 * object of the request, as `listed`.
 */
export function withoutKyverno(files: readonly EmittedFile[]): readonly EmittedFile[] {
  return files
    .filter(({ path }) => path.startsWith("kyverno-vpol/") && !path.endsWith("kustomization.yaml"))
    .map(({ path, text }) => ({
      path,
      text: text
        .replace("policies.kyverno.io/v1", "admissionregistration.k8s.io/v1")
        .replace("kind: ValidatingPolicy", "kind: ValidatingAdmissionPolicy")
        .replaceAll(
          target,
          'oldObject.listed[?"$1/$2"].orValue([]).filter(listed, ($3) == "" || listed.metadata.?namespace.orValue("") == ($3))',
        ),
    }));
}

/** By version and plural. */
export function listed(inventory: Inventory): { readonly [resource: string]: Inventory } {
  const resourceOf = ({ apiVersion, kind }: Inventory[number]): string =>
    `${apiVersion}/${String(kind).toLowerCase()}${String(kind).endsWith("ss") ? "es" : "s"}`;
  const names = new Set(inventory.map(resourceOf));
  return Object.fromEntries(
    [...names].map((name) => [name, inventory.filter((one) => resourceOf(one) === name)]),
  );
}
