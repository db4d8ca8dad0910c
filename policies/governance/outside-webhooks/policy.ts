import {
  CustomResourceDefinition,
  globMatches,
  MutatingWebhookConfiguration,
  parameters,
  policy,
  ValidatingWebhookConfiguration,
  violation,
} from "@policyc/sdk";
import { looksAtAdmission } from "../../modules/unreachable.js";

interface Params {
  /** Addresses that may be asked; `*` and `?` are wildcards. Those of the control plane's own node are on the list. */
  allowedUrls?: string[];
}

export default policy({
  name: "outside-webhooks",
  title: "Objects are not sent out of the cluster",
  description:
    "A webhook for admission or for the conversion of a CustomResourceDefinition must be a Service of the cluster, or an address that is listed.",
  rationale:
    "A webhook is sent every object that it asks for, Secrets and tokens among them, and may answer with another one: who holds the address outside reads and changes the cluster without an account in it.",
  remediation:
    "Run the webhook in the cluster and name its Service in `clientConfig.service`, or have its address listed.",
  severity: "high",
  controls: [
    "NSA-CISA-1.2/network-separation",
    "NIST-800-53-5/AC-4",
    "NIST-800-53-5/SC-7",
    "OWASP-K8S-2022/K09",
    "OWASP-K8S-2025/K07",
    "MITRE-ATTACK-16/T1557",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [ValidatingWebhookConfiguration, MutatingWebhookConfiguration, CustomResourceDefinition],
  unreachable: looksAtAdmission,
  params: parameters<Params>({ allowedUrls: ["https://127.0.0.1:*", "https://localhost:*"] }),
  *check({ object, params }) {
    const webhooks =
      object.kind === "CustomResourceDefinition"
        ? [{ name: "conversion", clientConfig: object.spec.conversion?.webhook?.clientConfig }]
        : (object.webhooks ?? []).map(({ name, clientConfig }) => ({ name, clientConfig }));
    for (const { name, clientConfig } of webhooks) {
      const url = clientConfig?.url ?? "";
      if (url === "" || (params.allowedUrls ?? []).some((pattern) => globMatches(pattern, url))) continue;
      yield violation(
        `${object.kind} <${object.metadata.name}> sends objects out of the cluster by its webhook <${name}>: ${url}`,
        clientConfig,
      );
    }
  },
});
