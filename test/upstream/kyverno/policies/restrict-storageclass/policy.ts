import { policy, StorageClass } from "@policyc/sdk";

export default policy({
  name: "restrict-storageclass",
  title: "Storage goes with its claim",
  description: "A StorageClass must delete what it made when the claim is gone.",
  severity: "medium",
  match: [StorageClass],
  kyverno: { rule: "storageclass-delete" },
  require: ({ object }) => object.reclaimPolicy === "Delete",
  message: "reclaimPolicy must be Delete",
});
