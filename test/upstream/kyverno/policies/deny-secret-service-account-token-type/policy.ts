import { policy, Secret } from "@policyc/sdk";

export default policy({
  name: "deny-secret-service-account-token-type",
  title: "No token Secrets",
  description: "A Secret may not be a ServiceAccount token that never expires.",
  severity: "medium",
  match: [Secret],
  require: ({ object }) => object.type !== "kubernetes.io/service-account-token",
  message: "Secrets of type kubernetes.io/service-account-token are not allowed",
});
