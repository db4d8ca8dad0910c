import { policy, StatefulSet, violation } from "@policyc/sdk";

export default policy({
  name: "require-storageclass-statefulset",
  title: "StatefulSets name a StorageClass",
  description: "The claims of a StatefulSet must say which StorageClass they are for.",
  severity: "medium",
  match: [StatefulSet],
  kyverno: { policy: "require-storageclass", rule: "ss-storageclass" },
  *check({ object }) {
    for (const { metadata, spec } of object.spec?.volumeClaimTemplates ?? []) {
      if ((spec?.storageClassName ?? "") === "")
        yield violation(`the claim <${metadata?.name ?? ""}> must have a storageClassName`);
    }
  },
});
