import { findEngine } from "@policyc/engine";
import { describe, expect, it } from "vitest";
import { projectWith } from "./support/project.js";

const ports = `import { appContainers, policy, violation, workloads } from "@policyc/sdk";

const fine = ["http", "metrics"];

export default policy({
  name: "ports",
  title: "Ports",
  description: "Ports are high, and have one of a few names.",
  severity: "low",
  match: workloads,
  *check({ object }) {
    for (const container of appContainers(object)) {
      for (const port of container.ports ?? []) {
        if (port.hostPort !== undefined && port.hostPort < 1024) yield violation(\`low port \${port.hostPort}\`, port);
        if (port.name !== undefined && !fine.includes(port.name)) yield violation(\`port <\${port.name}>\`, port);
      }
    }
  },
});
`;

const pod = (ports: string): string =>
  `{ apiVersion: v1, kind: Pod, metadata: { name: a }, spec: { containers: [{ name: a, ports: [${ports}] }] } }`;

const boundary = `  - name: the first high port is fine
    manifest: ${pod("{ containerPort: 1, hostPort: 1024, name: http }")}
    allow: true
`;

const cases = `cases:
  - name: a low port
    manifest: ${pod("{ containerPort: 1, hostPort: 80 }")}
    deny: ["low port 80"]
  - name: a name, and one of no meaning
    manifest: ${pod("{ containerPort: 1, name: metrics }, { containerPort: 2, name: x }, { containerPort: 2, hostPort: 9999 }")}
    deny: ["port <x>"]
`;

describe.skipIf(findEngine() === undefined)("policyc mutate (skipped where the engine is not built)", () => {
  it("shows what no case tests, where it is", async () => {
    const tried = projectWith({ "policies/ports/policy.ts": ports, "policies/ports/suite.yaml": cases });
    const { stdout, code } = await tried.policyc("mutate");
    expect(code).toBe(1);
    expect(stdout).toContain(
      "policies/ports/policy.ts:14:44 survived ports: no case notices when `<` is `<=`",
    );
    expect(stdout).toContain(
      "policies/ports/policy.ts:3:15 survived ports: no case notices when `http` is not in the list",
    );
    expect(stdout).toMatch(/✗ 2 survivors among \d+ mutants of 1 policy/);
  });

  it("is content with a suite that tests everything", async () => {
    const tried = projectWith({
      "policies/ports/policy.ts": ports,
      "policies/ports/suite.yaml": cases + boundary,
    });
    const { stdout, code } = await tried.policyc("mutate", "ports", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ policy: "ports", cases: 3, survivors: [], failing: [] }]);
    expect(JSON.parse(stdout)[0].mutants).toBeGreaterThan(5);
  });

  it("says nothing of a suite that fails anyway", async () => {
    const tried = projectWith({
      "policies/ports/policy.ts": ports,
      "policies/ports/suite.yaml": cases.replace("low port 80", "no port"),
    });
    const { stderr, code } = await tried.policyc("mutate");
    expect(code).toBe(2);
    expect(stderr).toContain("the case `a low port` of `ports` fails without any change");
  });

  it("finds everything untested where there is no suite", async () => {
    const tried = projectWith({ "policies/ports/policy.ts": ports });
    const { stdout, code } = await tried.policyc("mutate", "--json");
    expect(code).toBe(1);
    const [result] = JSON.parse(stdout);
    expect(result.survivors).toHaveLength(result.mutants);
  });
});
