import { policy, violation } from "@policyc/sdk";
import { WasmPlugin } from "../../modules/istio/wasm-plugin.js";

export default policy({
  name: "wasm-plugins",
  title: "Code in the proxies is known, and fails closed",
  description:
    "A WasmPlugin of Istio must be fetched by TLS and named by its checksum or digest, and one that authenticates or authorizes must refuse what it cannot judge.",
  rationale:
    "A plugin reads and changes every request of the proxies that load it: whoever can put another module in its place is between all of them. With FAIL_OPEN a plugin that crashes lets everybody in.",
  remediation:
    "Name the module as `oci://registry/plugin@sha256:…`, or give its `sha256`, and leave `failStrategy` at FAIL_CLOSE.",
  severity: "high",
  controls: [
    "NIST-800-53-5/SI-7",
    "NIST-800-53-5/SC-24",
    "NSA-CISA-1.2/encryption",
    "OWASP-K8S-2022/K02",
    "MITRE-ATTACK-16/T1557",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [WasmPlugin],
  gatekeeper: { kind: "IstioWasmPlugins" },
  *check({ object }) {
    const { failStrategy, phase, sha256, url } = object.spec;
    const name = `WasmPlugin <${object.metadata.name}>`;
    if (url.startsWith("http://")) yield violation(`${name} is fetched in plain text: ${url}`, object.spec);
    // A file is part of the proxy's image.
    if (!url.startsWith("file://") && (sha256 ?? "") === "" && !url.includes("@sha256:"))
      yield violation(`${name} may be another tomorrow: ${url} has neither digest nor sha256`, object.spec);
    if (failStrategy === "FAIL_OPEN" && (phase === "AUTHN" || phase === "AUTHZ"))
      yield violation(`${name} lets requests in when it fails: FAIL_OPEN in phase ${phase}`, object.spec);
  },
});
