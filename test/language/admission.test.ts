import { rmSync } from "node:fs";
import { Collector, renderDiagnostic } from "@policyc/diagnostics";
import { findEngine } from "@policyc/engine";
import { bareRequestOf, parseManifests, type RequestOptions, requestOf } from "@policyc/testing";
import { afterAll, describe, expect, it } from "vitest";
import { pods } from "./pods.js";
import { agreementOn, emitted, enginesOf } from "./support/engines.js";
import { compileModules, generatedFolder } from "./support/modules.js";

/** The argument of `check` as a whole: taken apart later, and given to functions. */
const policyText = `import { type Admission, Pod, policy, type Violation, violation } from "@policyc/sdk";
function isSystem({ request }: Admission<Pod>): boolean { return request.userInfo?.username?.startsWith("system:") ?? false; }
const nameOf = (admission: Admission<Pod>): string => admission.object.metadata.name;
function* onUpdate({ object, oldObject }: Admission<Pod>): Generator<Violation> { if (oldObject && oldObject.spec.hostname !== object.spec.hostname) yield violation("the hostname changes"); }
export default policy({
  name: "whole", title: "Whole", description: "Takes the whole argument.", severity: "low",
  match: { kinds: [Pod], operations: ["CREATE", "UPDATE"] },
  *check(admission) {
    const { request, object: pod } = admission;
    if (isSystem(admission)) return;
    if (request.operation === "UPDATE") { const { oldObject } = admission; yield* onUpdate(admission); yield violation(oldObject?.spec.hostname ?? "none"); }
    for (const c of pod.spec.containers) yield violation(\`\${nameOf(admission)} \${c.name}\`);
  },
});
`;

/** How it is done, and what is known of who does it: an API server sends no options with CONNECT, and Gatekeeper's audit none at all. */
const optionsText = `import { Pod, PodExecOptions, policy, violation } from "@policyc/sdk";
export default policy({
  name: "options", title: "Options", description: "Reads how it is done.", severity: "low",
  match: { kinds: [Pod, PodExecOptions], operations: ["CREATE", "UPDATE", "DELETE", "CONNECT"] },
  unreachable: { kyverno: "it does not tell the options" },
  *check({ object, request }) {
    const { fieldManager = "unknown", gracePeriodSeconds, propagationPolicy = "Background" } = request.options ?? {};
    if (request.options === undefined) yield violation(object.kind + " without options");
    else yield violation(\`\${request.options?.kind ?? "?"} \${fieldManager} \${propagationPolicy}\`);
    if (request.operation === "DELETE" && gracePeriodSeconds !== undefined && gracePeriodSeconds < 5) yield violation(\`within \${gracePeriodSeconds}s\`);
    if (request.options?.preconditions?.uid === undefined) yield violation("no precondition");
    if ((request.options?.dryRun ?? []).includes("All") !== (request.dryRun ?? false)) yield violation("two answers");
    for (const [name, values] of Object.entries(request.userInfo?.extra ?? {})) if (values.length > 1) yield violation(\`\${name}: \${values.join(", ")}\`);
    yield violation(\`\${request.resource?.group ?? "?"}/\${request.resource?.resource ?? "?"} \${(request.userInfo?.extra?.["scopes"] ?? []).length}\`);
  },
});
`;

const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "a" }, spec: { containers: [{ name: "a" }] } };
const exec = { apiVersion: "v1", kind: "PodExecOptions", command: ["sh"] };

/** Requests, and what is said of each. */
const asked: readonly (readonly [object, RequestOptions, readonly string[]])[] = [
  [pod, {}, ["CreateOptions unknown Background", "no precondition", "/pods 0"]],
  [
    pod,
    { operation: "UPDATE", options: { fieldManager: "kubectl" }, dryRun: true },
    ["UpdateOptions kubectl Background", "no precondition", "/pods 0"],
  ],
  [
    pod,
    { operation: "DELETE", options: { gracePeriodSeconds: 0, propagationPolicy: "Orphan" } },
    ["DeleteOptions unknown Orphan", "within 0s", "no precondition", "/pods 0"],
  ],
  [
    pod,
    { operation: "DELETE", options: { gracePeriodSeconds: 30, preconditions: { uid: "u" } } },
    ["DeleteOptions unknown Background", "/pods 0"],
  ],
  [
    exec,
    { operation: "CONNECT", userInfo: { username: "me", extra: { scopes: ["a", "b"], none: [] } } },
    ["PodExecOptions without options", "no precondition", "scopes: a, b", "/pods 2"],
  ],
];

describe.skipIf(findEngine() === undefined)(
  "how it is done, and by whom: JavaScript = WASM = OPA = CEL (skipped where the engine is not built)",
  () => {
    const folder = generatedFolder();
    afterAll(() => rmSync(folder, { recursive: true }));

    it("is what an API server sends", async () => {
      const { path, source, diagnostics } = compileModules(folder, new Map([["options", optionsText]])).get(
        "options",
      ) ?? { path: "", source: undefined, diagnostics: [] };
      expect(diagnostics.map((one) => renderDiagnostic(one, () => undefined))).toEqual([]);
      if (source === undefined) throw new Error("no policy");
      const engines = await enginesOf(path, source, emitted(source, {}, "1.30").files, "1.30");
      for (const [object, options, says] of asked) {
        const [manifest] = parseManifests(JSON.stringify(object), "object.json", new Collector());
        if (manifest === undefined) throw new Error("no object");
        const { agreement, messages } = agreementOn(engines, requestOf(manifest, options).request, {});
        expect(agreement).toEqual({ agrees: true });
        expect(messages).toEqual(says);
      }
    });
  },
);

/** Gatekeeper sends an empty operation and an empty user in audit, and an empty Namespace around what is in none. */
const aroundText = `import { type AdmissionRequest, ClusterRole, Namespace, Pod, policy, type UserInfo, type Violation, violation } from "@policyc/sdk";
const isAdmin = (user: UserInfo | undefined): boolean => user !== undefined && (user.groups ?? []).includes("g");
const isAudit = (request: AdmissionRequest): boolean => request.operation === undefined;
const isAsked = (request: AdmissionRequest): boolean => request.userInfo !== undefined;
const called = ({ username = "" }: UserInfo): string => (username === "" ? "anonymous" : username);
function* asked({ operation, userInfo }: { operation?: string; userInfo?: UserInfo }): Generator<Violation> { if (operation === undefined || userInfo === undefined) return; yield violation(\`\${operation} by \${called(userInfo)} of \${(userInfo.groups ?? []).join()}\`); }
export default policy({
  name: "around", title: "Around", description: "Reads what may not be there.", severity: "low",
  match: [ClusterRole, Namespace, Pod],
  *check({ request, namespaceObject }) {
    if (namespaceObject === undefined) yield violation("in no namespace");
    if (namespaceObject && !namespaceObject.metadata.labels?.["env"]) yield violation("unlabelled");
    if (namespaceObject?.metadata.labels?.["env"] !== "x") yield violation("not x");
    const { operation = "AUDIT" } = request;
    yield violation(\`\${namespaceObject?.metadata.name ?? "nowhere"} \${request.operation ?? "audit"}\`);
    if (operation !== "UPDATE") yield violation(operation);
    if (request.operation === undefined) yield violation("nobody asks");
    if (!request.operation) yield violation("nobody");
    if (request.operation && request.operation !== "CREATE") yield violation("something else");
    if (request.operation !== "CREATE" && request.operation !== "UPDATE") yield violation("neither");
    if (["CREATE", "UPDATE"].includes(request.operation ?? "")) yield violation("either");
    switch (request.operation) { case "CREATE": yield violation("created"); break; default: yield violation("not created"); }
    if (request.userInfo === undefined) yield violation("by nobody");
    if (request.userInfo) yield violation(\`by \${request.userInfo.username ?? "somebody"}\`);
    if (isAdmin(request.userInfo)) yield violation("by an admin");
    const { username = "none", groups = [] } = request.userInfo ?? {}; yield violation(\`\${username} of \${groups.length}\`);
    yield violation(called(request.userInfo ?? { username: "stranger" }));
    yield* asked(request);
    yield violation(\`\${isAudit(request)} \${isAsked(request)}\`);
    const op = request.operation; if (op !== undefined && op !== "UPDATE") yield violation(\`op \${op}\`);
  },
});
`;

describe.skipIf(findEngine() === undefined)(
  "what is absent and sent empty: JavaScript = WASM = OPA = CEL (skipped where the engine is not built)",
  () => {
    const folder = generatedFolder();
    afterAll(() => rmSync(folder, { recursive: true }));

    it("is absent", async () => {
      const { path, source, diagnostics } = compileModules(folder, new Map([["around", aroundText]])).get(
        "around",
      ) ?? { path: "", source: undefined, diagnostics: [] };
      expect(diagnostics.map((one) => renderDiagnostic(one, () => undefined))).toEqual([]);
      if (source === undefined) throw new Error("no policy");
      const engines = await enginesOf(path, source, emitted(source, {}, "1.30").files, "1.30");
      const inRego = engines.filter(({ engine }) => engine !== "cel");
      const role = {
        apiVersion: "rbac.authorization.k8s.io/v1",
        kind: "ClusterRole",
        metadata: { name: "a" },
      };
      const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: "a" } };
      for (const object of [pod, role, namespace]) {
        const [manifest] = parseManifests(JSON.stringify(object), "object.json", new Collector());
        if (manifest === undefined) throw new Error("no object");
        const userInfo = { username: "me", groups: ["g"] };
        for (const options of [{}, { operation: "UPDATE" }, { namespaceLabels: { env: "x" } }] as const)
          expect(
            agreementOn(engines, requestOf(manifest, { userInfo, ...options }).request, {}).agreement,
          ).toEqual({ agrees: true });
        // Audit is Gatekeeper's alone.
        const { agreement, messages } = agreementOn(inRego, bareRequestOf(manifest).request, {});
        expect(agreement).toEqual({ agrees: true });
        expect(messages).toContain("nowhere audit");
        expect(messages).toContain("by nobody");
      }
    });
  },
);

describe.skipIf(findEngine() === undefined)(
  "the whole argument of check: JavaScript = WASM = OPA = CEL (skipped where the engine is not built)",
  () => {
    const folder = generatedFolder();
    afterAll(() => rmSync(folder, { recursive: true }));

    it("is taken apart in a statement, and given to functions", async () => {
      const { path, source, diagnostics } = compileModules(folder, new Map([["whole", policyText]])).get(
        "whole",
      ) ?? { path: "", source: undefined, diagnostics: [] };
      expect(diagnostics.map((one) => renderDiagnostic(one, () => undefined))).toEqual([]);
      if (source === undefined) throw new Error("no policy");
      const { files } = emitted(source, {}, "1.30");
      const engines = await enginesOf(path, source, files, "1.30");
      const manifests = parseManifests(pods, "pods.yaml", new Collector());
      const users = [undefined, { username: "system:node:a" }, { username: "me" }];
      const said = manifests.flatMap((manifest, position) =>
        users.map((userInfo) => {
          const operation = position % 2 === 0 ? "UPDATE" : "CREATE";
          const oldObject = manifests[position + 1]?.object;
          const before = operation === "UPDATE" && oldObject !== undefined ? { oldObject } : {};
          const { request } = requestOf(manifest, { operation, ...before, ...(userInfo && { userInfo }) });
          const { agreement, messages } = agreementOn(engines, request, {});
          expect(agreement).toEqual({ agrees: true });
          return messages.length;
        }),
      );
      expect(said.some((count) => count > 0)).toBe(true);
      expect(said).toContain(0);
    });
  },
);
