import { policy, ServiceAccount } from "@policyc/sdk";

export default policy({
  name: "restrict-sa-automount-sa-token",
  title: "ServiceAccounts without tokens in pods",
  description: "A ServiceAccount must not have its token mounted into pods.",
  severity: "medium",
  match: [ServiceAccount],
  kyverno: { rule: "validate-sa-automountServiceAccountToken" },
  require: ({ object }) => object.automountServiceAccountToken === false,
  message: "automountServiceAccountToken must be false",
});
