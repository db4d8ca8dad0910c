import type { About } from "./about.js";

export const services: About = {
  item: "ServicePort",
  fields: {
    root: ".metadata:metadata .spec:spec",
    spec: ".ports:items? .type:text? .clusterIP:text? .externalIPs:texts? .selector:map? .publishNotReadyAddresses:flag? .healthCheckNodePort:number? .ports?.[0]:part?",
    item: ".name:text? .port:number .nodePort:number?",
    part: ".name:text? .port:number .nodePort:number?",
  },
  constants: {
    items: ["(object.spec.ports ?? [])"],
    truth: [
      '(object.spec.type === "LoadBalancer")',
      "object.spec.publishNotReadyAddresses === true",
      "(c.port > 80)",
    ],
  },
  templates: {
    items: ["(object.spec.ports ?? [])", "(oldObject?.spec.ports ?? [])"],
    "text?": [
      "@items.find((%d) => @condition{%d:item})?.name",
      '(typeof c.targetPort === "string" ? c.targetPort : undefined)',
    ],
    "number?": [
      "@items.find((%d) => @condition{%d:item})?.nodePort",
      '(typeof c.targetPort === "number" ? c.targetPort : undefined)',
    ],
    mixed: ["c.targetPort", "(c.targetPort ?? c.port)", "(c.targetPort || @text)"],
    truth: ["cidrContains(@text, object.spec.clusterIP ?? @text)", "(c.targetPort === @text)"],
    bind: [
      "const { name: %n = @text, nodePort: %v } = c; @turn{%n:text,%v:number?}",
      "const { type: %v = @text, externalIPs: %w = [] } = object.spec; @turn{%v:text,%w:texts}",
    ],
    loop: ["for (const { name: %n, port: %v } of @items) { @inner{%n:text?,%v:number} }"],
  },
};
