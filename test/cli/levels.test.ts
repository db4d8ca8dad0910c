import { describe, expect, it } from "vitest";
import { projectWith } from "./support/project.js";

const namespaces = `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { pod-security.kubernetes.io/enforce: privileged } }
---
apiVersion: v1
kind: Namespace
metadata: { name: empty }
`;

const ordinary = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }
      containers:
        - name: web
          image: registry.example/shop/web:1
          securityContext: { capabilities: { drop: [ALL] } }
`;

const agent = `apiVersion: v1
kind: Pod
metadata: { name: agent, namespace: ops }
spec:
  hostPID: true
  containers: [{ name: agent, image: registry.example/ops/agent:1 }]
`;

/** Pods without a namespace go into \`default\`. */
const hardened = `apiVersion: v1
kind: Pod
metadata: { name: api }
spec:
  securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }
  containers:
    - name: api
      image: registry.example/shop/api:1
      securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }
`;

const project = projectWith({
  "all/namespaces.yaml": namespaces,
  "all/web.yaml": ordinary,
  "all/agent.yaml": agent,
  "all/api.yaml": hardened,
});
const levels = (...args: readonly string[]) => project.policyc("levels", ...args, "--engine", "js");

describe("policyc levels", () => {
  it("tells what each namespace meets, what it enforces, and what keeps it from the next level", async () => {
    const { stdout, code } = await levels("all");
    expect(code).toBe(0);
    expect(stdout).toBe(`NAMESPACE  WORKLOADS  MEETS       ENFORCES
default    1          restricted  -
ops        1          privileged  -
shop       1          baseline    privileged

default meets restricted
  now: kubectl label --overwrite namespace default pod-security.kubernetes.io/enforce=restricted

ops does not meet baseline yet
  Host namespaces (Baseline)
    all/agent.yaml:4:1 pod must not set hostPID to true in Pod ops/agent

shop does not meet restricted yet
  Privilege escalation (Restricted)
    all/web.yaml:11:11 container <web> must set securityContext.allowPrivilegeEscalation to false in Deployment shop/web
  now: kubectl label --overwrite namespace shop pod-security.kubernetes.io/enforce=baseline

3 namespaces, by the Pod Security Standards of the latest version
`);
  });

  it("goes by the standards of a version", async () => {
    const { stdout } = await levels("all/web.yaml", "--standard", "v1.7", "--format", "json");
    expect(JSON.parse(stdout)).toMatchObject({
      standard: "v1.7",
      namespaces: [
        { namespace: "shop", level: "restricted", workloads: [{ name: "web", level: "restricted" }] },
      ],
    });
  });

  it("fails where a namespace does not meet what is required", async () => {
    expect(await levels("all/web.yaml", "--require", "baseline")).toMatchObject({ code: 0 });
    expect(await levels("all/web.yaml", "--require", "restricted")).toMatchObject({ code: 1 });
  });

  it("refuses a version that is none, and paths with nothing there", async () => {
    expect(await levels("all", "--standard", "1.31")).toMatchObject({ code: 2 });
    expect(await levels("nowhere")).toMatchObject({ code: 2 });
  });
});
