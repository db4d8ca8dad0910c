import { parameters, policy, violation } from "@policyc/sdk";
import { IstioMesh, IstioOperator, type MeshConfig } from "../../modules/documents/istio-mesh-config.js";

interface Params {
  /** Traffic to addresses that the mesh does not know is controlled elsewhere: by NetworkPolicies, or a firewall. */
  anyOutbound?: boolean;
}

export default policy({
  name: "mesh-config",
  title: "Istio's mesh is configured to refuse what it does not know",
  description:
    "The MeshConfig of Istio must send traffic to registered services alone, keep mutual TLS and the check of certificates on, and normalize paths before policies look at them.",
  rationale:
    "A proxy that sends anything anywhere is no help against data that leaves; with automatic mutual TLS off clients speak plain text; and a policy about `/admin` that compares paths as they are sent is passed by `//admin`.",
  remediation:
    "Set `outboundTrafficPolicy.mode: REGISTRY_ONLY` and declare what is called outside by ServiceEntries; remove `enableAutoMtls: false` and `verifyCertificateAtClient: false`; set `pathNormalization.normalization` to BASE or what is stronger.",
  severity: "medium",
  controls: [
    "NIST-800-53-5/SC-7",
    "NIST-800-53-5/SC-8",
    "NSA-CISA-1.2/encryption",
    "NSA-CISA-1.2/network-separation",
    "OWASP-K8S-2022/K07",
    "OWASP-K8S-2025/K05",
  ],
  rollout: { difficulty: "high", effect: "medium", load: "medium" },
  match: [IstioMesh, IstioOperator],
  params: parameters<Params>({ anyOutbound: false }),
  *check({ object, params }) {
    const mesh: MeshConfig = "trustDomain" in object ? object : (object.spec?.meshConfig ?? {});
    const mode = mesh.outboundTrafficPolicy?.mode ?? "ALLOW_ANY";
    if (params.anyOutbound !== true && mode === "ALLOW_ANY")
      yield violation("proxies send traffic to any address: outboundTrafficPolicy.mode is ALLOW_ANY", mesh);
    if (mesh.enableAutoMtls === false)
      yield violation("proxies speak plain text to each other: enableAutoMtls is false", mesh);
    if (mesh.verifyCertificateAtClient === false)
      yield violation(
        "proxies do not check the certificates of servers: verifyCertificateAtClient is false",
        mesh,
      );
    if (mesh.pathNormalization?.normalization === "NONE")
      yield violation(
        "policies compare paths as they are sent: pathNormalization.normalization is NONE",
        mesh.pathNormalization,
      );
  },
});
