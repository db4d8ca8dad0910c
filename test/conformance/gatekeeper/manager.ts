import { cp, mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ControlPlane } from "../api-server/control-plane.js";
import { establish } from "../api-server/custom-resources.js";
import { freePort } from "../api-server/daemon.js";
import type { Resources } from "../api-server/resources.js";
import { kindOf, readDocuments } from "../documents.js";
import { moduleFolder } from "../engines.js";
import { at, type JsonObject, listOf, objectOf } from "../json.js";

/** Gatekeeper's own namespace: the webhook that it ships leaves it out by its `namespaceSelector`; audit does not. */
export const GATEKEEPER_NAMESPACE = "gatekeeper-system";

/** Seconds between two audits. */
const AUDIT_INTERVAL = 5;

/**
 * Starts the real Gatekeeper beside the control plane, outside of any cluster: its CRDs and its webhook are those that
 * it ships, except that the webhook is reached on loopback and refuses what it could not look at.
 */
export async function startGatekeeper(plane: ControlPlane, resources: Resources): Promise<void> {
  const folder = join(await moduleFolder("gator", "github.com/open-policy-agent/gatekeeper/v3"), "deploy");
  const shipped = await readDocuments(join(folder, "gatekeeper.yaml"));
  await establish(
    plane.client,
    resources,
    shipped.filter((one) => kindOf(one) === "CustomResourceDefinition"),
  );
  await accepted(resources, {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { name: GATEKEEPER_NAMESPACE },
  });
  const port = await freePort();
  const health = await freePort();
  const certificates = await servingCertificate(plane);
  const cache = join(dirname(certificates), "audit");
  await mkdir(cache);
  plane.start("gatekeeper-manager", [
    `--kubeconfig=${plane.kubeconfig}`,
    "--debug-use-fake-pod",
    "--disable-cert-rotation",
    `--cert-dir=${certificates}`,
    "--host=127.0.0.1",
    `--port=${port}`,
    `--health-addr=127.0.0.1:${health}`,
    "--operation=webhook",
    "--operation=audit",
    "--operation=status",
    // Without it no CRD appears for a template.
    "--operation=generate",
    `--audit-interval=${AUDIT_INTERVAL}`,
    "--audit-match-kind-only",
    "--constraint-violations-limit=1000",
    `--api-cache-dir=${cache}`,
    "--log-level=ERROR",
  ]);
  await plane.wait("gatekeeper", async () => ((await isReady(health)) ? true : undefined));
  for (const webhook of shipped.filter((one) => kindOf(one) === "ValidatingWebhookConfiguration"))
    await accepted(resources, await reachedOnLoopback(webhook, port, plane));
}

async function isReady(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
  return answer?.ok === true;
}

/** The API server's own certificate serves as well: it is valid for 127.0.0.1. */
async function servingCertificate({ certificates }: ControlPlane): Promise<string> {
  const folder = join(dirname(certificates), "gatekeeper-certs");
  await mkdir(folder);
  await cp(join(certificates, "apiserver.crt"), join(folder, "tls.crt"));
  await cp(join(certificates, "apiserver.key"), join(folder, "tls.key"));
  return folder;
}

async function reachedOnLoopback(
  configuration: JsonObject,
  port: number,
  { certificates }: ControlPlane,
): Promise<JsonObject> {
  const caBundle = (await readFile(join(certificates, "apiserver.crt"))).toString("base64");
  const webhooks = listOf(configuration["webhooks"]).map((webhook) => ({
    ...objectOf(webhook),
    clientConfig: {
      url: `https://127.0.0.1:${port}${String(at(webhook, "clientConfig", "service", "path"))}`,
      caBundle,
    },
    // As with `enableDeleteOperations` and `enableConnectOperations` of its chart.
    rules: listOf(at(webhook, "rules")).map((rule) => ({
      ...objectOf(rule),
      operations: ["CREATE", "UPDATE", "DELETE", "CONNECT"],
    })),
    failurePolicy: "Fail",
    timeoutSeconds: 30,
  }));
  return { ...configuration, webhooks };
}

async function accepted(resources: Resources, object: JsonObject): Promise<void> {
  const answer = await resources.apply(object);
  if (!answer.ok) throw new Error(answer.message);
}
