import type { About } from "./about.js";

export const ingresses: About = {
  item: "IngressRule",
  fields: {
    root: ".metadata:metadata .spec:spec",
    spec: ".ingressClassName:text? .rules:items? .tls:tls?",
    item: ".host:text? .http:part? .http?.paths[0]?.path:text?",
    part: ".paths:paths",
    paths: ".length:number [0]:path?",
    path: ".path:text? .pathType:text .backend.service?.name:text? .backend.service?.port?.number:number?",
    entry: ".hosts:texts? .secretName:text?",
    tls: ".length:number [0]:entry?",
  },
  constants: {
    items: ["(object.spec.rules ?? [])"],
    truth: ["(c.host === undefined)", "((object.spec.tls ?? []).length > 0)"],
  },
  templates: {
    items: ["(object.spec.rules ?? [])"],
    texts: [
      "(object.spec.tls ?? []).flatMap((%d) => %d.hosts ?? [])",
      "(c.http?.paths ?? []).map((%d) => @text{%d:path})",
      "(object.spec.tls ?? []).map((%d) => @text{%d:entry})",
    ],
    "text?": ["@items.find((%d) => @condition{%d:item})?.host"],
    truth: [
      "(c.http?.paths ?? []).some((%d) => @condition{%d:path})",
      "(object.spec.tls ?? []).every((%d) => @condition{%d:entry})",
    ],
    bind: [
      "const { host: %v = @text, http: { paths: [%w] } = { paths: [] } } = c; @turn{%v:text,%w:path?}",
      "const { tls: %v = [], ingressClassName: %w } = object.spec; @turn{%v:tls,%w:text?}",
    ],
    loop: [
      "for (const %p of c.http?.paths ?? []) { @inner{%p:path} }",
      "for (const %p of object.spec.tls ?? []) { @inner{%p:entry} }",
      "for (const { path: %v = @text, pathType: %w } of c.http?.paths ?? []) { @inner{%v:text,%w:text} }",
    ],
  },
};
