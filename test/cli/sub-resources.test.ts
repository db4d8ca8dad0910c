import { expect, it } from "vitest";
import { projectWith } from "./support/project.js";

const policy = (
  name: string,
  kinds: string,
  body: string,
): string => `import { ${kinds}, policy, violation } from "@policyc/sdk";
export default policy({
  name: "${name}", title: "T", description: "D", severity: "low",
  match: [${kinds}],
  *check({ object, request }) { ${body} },
});
`;

const files = {
  "policies/scale/policy.ts": policy(
    "scale",
    "DeploymentScale, StatefulSetScale",
    "if ((object.spec?.replicas ?? 0) > 20) yield violation(`${object.spec?.replicas ?? 0} are too many`);",
  ),
  "policies/scale/suite.yaml": `cases:
  - name: too many
    operation: UPDATE
    manifest: { apiVersion: autoscaling/v1, kind: Scale, metadata: { name: web, namespace: shop }, spec: { replicas: 21 } }
    deny: [21 are too many]
`,
  "policies/shells/policy.ts": policy(
    "shells",
    "PodExecOptions",
    "yield violation(`no ${(object.command ?? []).join(' ')} in ${request.namespace ?? ''}`);",
  ),
  "policies/shells/suite.yaml": `cases:
  - name: a shell
    operation: CONNECT
    namespace: { name: vault }
    manifest: { apiVersion: v1, kind: PodExecOptions, command: [sh, -c, id] }
    deny: [no sh -c id in vault]
`,
};

it("a sub-resource is matched by its kind, by its own resource, and by CONNECT where it is connected to", async () => {
  expect(await projectWith(files).policyc("test", "--engine", "all")).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("✓ 2 passed"),
  });
});
