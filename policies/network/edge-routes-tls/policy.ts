import { globMatches, parameters, policy, type Violation, violation } from "@policyc/sdk";
import { HTTPProxy } from "../../modules/edge-routes/http-proxy.js";
import { IngressRoute, type TraefikRoute } from "../../modules/edge-routes/ingress-route.js";
import { Route } from "../../modules/edge-routes/route.js";

interface Params {
  /** Traefik's entry points that speak plain HTTP. Empty where they send everybody on to HTTPS by themselves. */
  plainEntryPoints: string[];
  /** Names of Traefik's Middlewares that send clients on to HTTPS; `*` at either end is a wildcard. */
  redirects: string[];
}

export default policy({
  name: "edge-routes-tls",
  title: "Routes from outside are reached by TLS",
  description:
    "An IngressRoute of Traefik, an HTTPProxy of Contour and a Route of OpenShift must be reached by TLS, or send clients on to it; and Traefik's own dashboard must have a middleware that asks for a login.",
  rationale:
    "These kinds are Ingresses that no rule for Ingresses sees. Plain HTTP can be read and changed by everybody between the client and the cluster.",
  remediation:
    "Traefik: use the entry point of HTTPS, with `tls`. Contour: set `virtualhost.tls` and remove `permitInsecure`. OpenShift: set `tls.termination`, and `insecureEdgeTerminationPolicy: Redirect`.",
  severity: "medium",
  controls: ["NSA-CISA-1.2/encryption", "NIST-800-53-5/SC-8"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [IngressRoute, HTTPProxy, Route],
  params: parameters<Params>({ plainEntryPoints: ["web", "http"], redirects: ["*redirect*", "*https*"] }),
  *check({ object, params }) {
    const name = `${object.kind} <${object.metadata.name}>`;
    if (object.kind === "IngressRoute") yield* traefik(name, object, params);
    else if (object.kind === "HTTPProxy") yield* contour(name, object);
    else if (object.spec.tls === undefined) yield violation(`${name} is reached in plain text`, object.spec);
    else if (object.spec.tls.insecureEdgeTerminationPolicy === "Allow")
      yield violation(`${name} is reached in plain text, too`, object.spec.tls);
  },
});

function* traefik(name: string, { spec }: IngressRoute, params: Params): Iterable<Violation> {
  const entryPoints = spec.entryPoints ?? [];
  const isPlain =
    spec.tls === undefined &&
    params.plainEntryPoints.length > 0 &&
    (entryPoints.length === 0 || entryPoints.some((one) => params.plainEntryPoints.includes(one)));
  for (const route of spec.routes ?? []) {
    if (isPlain && !redirects(route, params.redirects))
      yield violation(`${name} is reached in plain text: ${route.match ?? "any request"}`, route);
    if (isDashboard(route) && (route.middlewares ?? []).length === 0)
      yield violation(`${name} shows Traefik's dashboard to everybody`, route);
  }
}

function redirects(route: TraefikRoute, names: readonly string[]): boolean {
  return (route.middlewares ?? []).some(({ name }) => names.some((pattern) => globMatches(pattern, name)));
}

function isDashboard(route: TraefikRoute): boolean {
  return (route.services ?? []).some(({ name }) => name === "api@internal" || name === "dashboard@internal");
}

function* contour(name: string, { spec }: HTTPProxy): Iterable<Violation> {
  const host = spec?.virtualhost;
  if (host === undefined) return;
  if (host.tls === undefined) yield violation(`${name} is reached in plain text`, host);
  else
    for (const route of spec?.routes ?? [])
      if (route.permitInsecure === true) yield violation(`${name} is reached in plain text, too`, route);
}
