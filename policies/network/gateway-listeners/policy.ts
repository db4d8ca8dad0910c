import { policy, violation } from "@policyc/sdk";
import {
  type AllowedNamespaces,
  type GatewayListener,
  KubernetesGateway,
} from "../../modules/gateway-api/gateway.js";
import { ListenerSet } from "../../modules/gateway-api/listener-set.js";
import { selectsAnything } from "../../modules/selects-anything.js";

export default policy({
  name: "gateway-listeners",
  title: "Gateway listeners are narrow",
  description:
    "A listener of a Gateway or ListenerSet (Gateway API) must name its host, must not take routes from all namespaces, and must end TLS with a certificate where it speaks HTTPS or TLS; a Gateway must not take listeners from all namespaces.",
  rationale:
    "A listener that takes routes from everywhere, for any host, lets every team take over the names of the others.",
  remediation:
    "Set `hostname` to a name or to a wildcard below your own domain, `allowedRoutes.namespaces.from` to Same or Selector, and `tls.certificateRefs`.",
  severity: "high",
  controls: ["NSA-CISA-1.2/network-separation", "NSA-CISA-1.2/encryption", "NIST-800-53-5/SC-8"],
  rollout: { difficulty: "medium", effect: "medium", load: "low" },
  match: [KubernetesGateway, ListenerSet],
  *check({ object }) {
    if (object.kind === "Gateway" && takesAll(object.spec.allowedListeners?.namespaces))
      yield violation(`Gateway <${object.metadata.name}> takes listeners from all namespaces`, object.spec);
    for (const listener of object.spec.listeners ?? []) {
      const where = `${object.kind} <${object.metadata.name}> listener <${listener.name}>`;
      if (takesAll(listener.allowedRoutes?.namespaces))
        yield violation(`${where} takes routes from all namespaces`, listener);
      if (speaksNames(listener) && (listener.hostname ?? "") === "")
        yield violation(`${where} answers to any host`, listener);
      if (lacksCertificate(listener)) yield violation(`${where} has no certificate`, listener);
    }
  },
});

function takesAll(namespaces: AllowedNamespaces | undefined): boolean {
  const { from, selector } = namespaces ?? {};
  return from === "All" || (from === "Selector" && selector !== undefined && selectsAnything(selector));
}

/** TCP and UDP know no host names. */
function speaksNames({ protocol }: GatewayListener): boolean {
  return ["HTTP", "HTTPS", "TLS"].includes(protocol);
}

/** With `Passthrough` the pod behind it has the certificate. */
function lacksCertificate({ protocol, tls }: GatewayListener): boolean {
  return (
    (protocol === "HTTPS" || protocol === "TLS") &&
    tls?.mode !== "Passthrough" &&
    (tls?.certificateRefs ?? []).length === 0
  );
}
