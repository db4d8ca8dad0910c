import type { About } from "./about.js";

export const networkPolicies: About = {
  item: "NetworkPolicyPeer",
  fields: {
    root: ".metadata:metadata .spec:spec",
    spec: ".policyTypes:texts? .podSelector?.matchLabels:map?",
    item: ".ipBlock:part? .podSelector?.matchLabels:map? .namespaceSelector?.matchLabels:map? .ipBlock?.cidr:text?",
    part: ".cidr:text .except:texts?",
    port: ".protocol:text? .endPort:number?",
  },
  constants: {
    items: ["(object.spec.ingress ?? []).flatMap((r) => r.from ?? [])"],
    truth: ["(c.ipBlock === undefined)", "(object.spec.podSelector === undefined)"],
  },
  templates: {
    items: [
      "(object.spec.ingress ?? []).flatMap((%d) => %d.from ?? [])",
      "(object.spec.egress ?? []).flatMap((%d) => %d.to ?? [])",
      "(object.spec.ingress?.[0]?.from ?? [])",
    ],
    texts: ["(c.ipBlock?.except ?? [])"],
    truth: [
      "cidrContains(c.ipBlock?.cidr ?? @text, @text)",
      "(c.ipBlock?.except ?? []).some((%t) => cidrContains(@text, %t))",
      "matchesSelector(c.podSelector ?? {}, @map)",
      "matchesSelector(c.namespaceSelector ?? {}, object.metadata.labels)",
      "(object.spec.ingress ?? []).some((%d) => %d.from === undefined || @condition)",
      "(object.spec.ingress ?? []).some((%d) => (%d.ports ?? []).some((%p) => @condition{%p:port}))",
      "isCidr(c.ipBlock?.cidr ?? @text)",
    ],
    bind: [
      "const { ipBlock: { cidr: %v = @text, except: %w = [] } = {} } = c; @turn{%v:text,%w:texts}",
      "const { policyTypes: %v = [], podSelector: { matchLabels: %w } = {} } = object.spec; @turn{%v:texts,%w:map?}",
    ],
    loop: [
      "for (const %p of (object.spec.ingress ?? []).flatMap((%d) => %d.ports ?? [])) { @inner{%p:port} }",
      "for (const %d of object.spec.egress ?? []) for (const %p of %d.ports ?? []) { @inner{%p:port} }",
    ],
  },
};
