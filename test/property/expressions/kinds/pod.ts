import type { About } from "./about.js";

export const pods: About = {
  item: "Container",
  fields: {
    root: ".metadata:metadata .spec:spec",
    spec: ".containers:items .initContainers:items? .volumes:volumes? .hostNetwork:flag? .hostPID:flag? .hostname:text? .restartPolicy:text? .priority:number? .securityContext:podSecurity? .nodeSelector:map? .serviceAccountName:text?",
    item: ".name:text .image:text? .imagePullPolicy:text? .args:texts? .command:texts? .ports:ports? .securityContext:part? .stdin:flag? .workingDir:text? .livenessProbe:probe? .env:env? .resources?.limits:map?",
    part: ".privileged:flag? .runAsUser:number? .runAsNonRoot:flag? .capabilities:capabilities? .procMount:text?",
    capabilities: ".add:texts? .drop:texts?",
    podSecurity: ".runAsUser:number? .runAsNonRoot:flag? .supplementalGroups:numbers?",
    probe: ".periodSeconds:number? .httpGet?.path:text?",
    port: ".containerPort:number .hostPort:number? .name:text? .protocol:text?",
    ports: ".length:number [0]:port?",
    variable: ".name:text .value:text?",
    volume: ".name:text .hostPath:hostPath?",
    hostPath: ".path:text .type:text?",
  },
  constants: {
    items: ["object.spec.containers"],
    truth: [
      '(c.name === "a")',
      '(c.name !== "web")',
      "!c.stdin",
      "object.spec.hostNetwork === true",
      'c.name.startsWith("a")',
    ],
  },
  templates: {
    check: [
      "for (const c of object.spec.containers) { @each{c:item} }",
      "for (const c of object.spec.containers) { @each{c:item} @each{c:item} }",
    ],
    items: [
      "object.spec.containers",
      "(object.spec.initContainers ?? [])",
      "[...object.spec.containers, ...(object.spec.initContainers ?? [])]",
      "(oldObject?.spec.containers ?? [])",
    ],
    ports: [
      "(c.ports ?? [])",
      "object.spec.containers.flatMap((%d) => %d.ports ?? [])",
      "@ports.filter((%p) => @condition{%p:port})",
    ],
    "text?": [
      "@items.find((%d) => @condition{%d:item})?.image",
      "@items.find((%d) => @condition{%d:item})?.name",
    ],
    "number?": ["@items.find((%d) => @condition{%d:item})?.ports?.length"],
    "flag?": ["@items.find((%d) => @condition{%d:item})?.stdin"],
    "texts?": ["@pathItem??.args"],
    numbers: ["@ports.map((%p) => @number{%p:port})"],
    bind: [
      "const { image: %v = @text } = c; @turn{%v:text}",
      "const { name: %n, image: %v } = c; @turn{%n:text,%v:text?}",
      "const { securityContext: { privileged: %v = @truth } = {} } = c; @turn{%v:truth}",
      "const { args: [%v, ...%w] = [], ports: %p = [] } = c; @turn{%v:text?,%w:texts,%p:ports}",
    ],
    narrow: ["const %v = @item?; if (%v?.securityContext) { @turn{%v.securityContext:part,%v:item} }"],
    loop: [
      "for (const %p of @ports) { @inner{%p:port} }",
      "for (const %e of c.env ?? []) { @inner{%e:variable} }",
      "for (const %e of object.spec.volumes ?? []) { @inner{%e:volume} }",
      "for (const { name: %n, image: %v = @text } of @items) { @inner{%n:text,%v:text} }",
    ],
    called: [
      "const %f = ({ name: %n, image: %i = @text }: Container) => @text{%n:text,%i:text}; @turn{%f(c):text}",
    ],
  },
};
