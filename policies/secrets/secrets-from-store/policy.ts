import { globMatches, parameters, policy, Secret, violation } from "@policyc/sdk";

interface Params {
  /** Users who may write Secrets with data: the controllers that fetch them from a store; `*` and `?` are wildcards. */
  writers: string[];
  /** Types that are no secrets of the application, or are written by the tools that need them. */
  allowedTypes: string[];
}

export default policy({
  name: "secrets-from-store",
  title: "Secrets come from a store",
  description:
    "A Secret with data must be written by a controller, not by hand or from Git: a manifest holds an ExternalSecret or a SealedSecret instead.",
  rationale:
    "Base64 is no encryption: a Secret manifest in a repository is a password in the history of every clone, and nobody rotates it.",
  remediation:
    "Put the values into the store and describe them with an ExternalSecret; rotate what has been in Git already.",
  severity: "medium",
  controls: [
    "CIS-2.0/5.4.2",
    "NIST-800-53-5/IA-5",
    "OWASP-K8S-2022/K08",
    "OWASP-K8S-2025/K03",
    "NSA-CISA-1.2/secrets",
    "MITRE-ATTACK-16/T1552.001",
    "NIST-800-190/4.1.4",
  ],
  rollout: { difficulty: "high", effect: "high", load: "medium" },
  match: [Secret],
  params: parameters<Params>({
    writers: ["system:serviceaccount:*"],
    allowedTypes: [
      "kubernetes.io/service-account-token",
      "bootstrap.kubernetes.io/token",
      "helm.sh/release.v1",
    ],
  }),
  *check({ object, params, request }) {
    const hasData =
      Object.values(object.data ?? {}).some((value) => value !== "") ||
      Object.values(object.stringData ?? {}).some((value) => value !== "");
    const user = request.userInfo?.username ?? "";
    const isController = params.writers.some((writer) => globMatches(writer, user));
    if (hasData && !isController && !params.allowedTypes.includes(object.type ?? "Opaque")) {
      yield violation(`Secret <${object.metadata.name}> holds its data instead of naming a store`, object);
    }
  },
});
