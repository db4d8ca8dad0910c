import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Engines, engineBinary } from "../engines.js";
import type { ToolName } from "../tools.js";
import { type ApiClient, apiClient } from "./api-client.js";
import { DaemonGroup, freePort } from "./daemon.js";
import { waitUntil } from "./wait-until.js";

const CERTIFICATES = "certs";

/** etcd, kube-apiserver and the one controller that type-checks admission policies, on loopback. */
export interface ControlPlane {
  readonly client: ApiClient;
  /** A kubeconfig of an administrator. */
  readonly kubeconfig: string;
  /** Where the API server's own certificate and key lie: `apiserver.crt`, `apiserver.key`, valid for 127.0.0.1. */
  readonly certificates: string;
  /** One more process that lives and ends with the others; its log goes with theirs. */
  readonly start: (name: ToolName, args: readonly string[]) => void;
  /** As `waitUntil`, but a process that has ended is reported at once, and with its log. */
  readonly wait: <Value>(what: string, probe: () => Promise<Value | undefined>) => Promise<Value>;
  /** Ends the processes and removes what they wrote. */
  readonly stop: () => Promise<void>;
}

/** Starts a control plane that knows no node: objects are admitted and stored, nothing runs. */
export async function startControlPlane(engines: Engines): Promise<ControlPlane> {
  const folder = await mkdtemp(join(tmpdir(), "policyc-control-plane-"));
  const daemons = new DaemonGroup(folder);
  const stop = async (): Promise<void> => {
    await daemons.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const etcd = await startEtcd(engines, daemons, folder);
    const token = randomBytes(16).toString("hex");
    const port = await startApiServer(engines, daemons, { folder, etcd, token });
    const ca = await waitFor("the serving certificate", () => certificate(folder), daemons);
    const client = apiClient({ port, token, ca });
    await waitFor("kube-apiserver", () => isReady(client), daemons);
    const kubeconfig = await writeKubeconfig({ folder, port, token });
    startController(engines, daemons, kubeconfig);
    return {
      client,
      kubeconfig,
      certificates: join(folder, CERTIFICATES),
      start: (name, args) => daemons.start(name, engineBinary(engines, name), args),
      wait: (what, probe) => waitFor(what, probe, daemons),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startEtcd(engines: Engines, daemons: DaemonGroup, folder: string): Promise<string> {
  const client = `http://127.0.0.1:${await freePort()}`;
  const peer = `http://127.0.0.1:${await freePort()}`;
  daemons.start("etcd", engineBinary(engines, "etcd"), [
    `--data-dir=${join(folder, "etcd")}`,
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
    "--unsafe-no-fsync",
    "--log-level=error",
  ]);
  return client;
}

interface ApiServerOptions {
  readonly folder: string;
  readonly etcd: string;
  readonly token: string;
}

async function startApiServer(
  engines: Engines,
  daemons: DaemonGroup,
  { folder, etcd, token }: ApiServerOptions,
): Promise<number> {
  const port = await freePort();
  const key = join(folder, "service-account.key");
  const tokens = join(folder, "tokens.csv");
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  await writeFile(key, privateKey.export({ type: "pkcs1", format: "pem" }), { mode: 0o600 });
  await writeFile(tokens, `${token},policyc-conformance,1,"system:masters"\n`, { mode: 0o600 });
  daemons.start("kube-apiserver", engineBinary(engines, "kube-apiserver"), [
    `--etcd-servers=${etcd}`,
    "--bind-address=127.0.0.1",
    `--secure-port=${port}`,
    // With no certificate in it, the API server makes its own, valid for 127.0.0.1.
    `--cert-dir=${join(folder, CERTIFICATES)}`,
    `--token-auth-file=${tokens}`,
    "--authorization-mode=AlwaysAllow",
    // The samples have privileged and host-process containers.
    "--allow-privileged=true",
    "--service-account-issuer=https://kubernetes.default.svc",
    `--service-account-key-file=${key}`,
    `--service-account-signing-key-file=${key}`,
    "--service-cluster-ip-range=10.0.0.0/24",
    // Nobody makes the service accounts that pods would be held to.
    "--disable-admission-plugins=ServiceAccount",
  ]);
  return port;
}

interface Access {
  readonly folder: string;
  readonly port: number;
  readonly token: string;
}

async function writeKubeconfig({ folder, port, token }: Access): Promise<string> {
  const kubeconfig = join(folder, "kubeconfig.json");
  const cluster = {
    server: `https://127.0.0.1:${port}`,
    "certificate-authority": join(folder, CERTIFICATES, "apiserver.crt"),
  };
  const config = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "here", cluster }],
    users: [{ name: "admin", user: { token } }],
    contexts: [{ name: "here", context: { cluster: "here", user: "admin" } }],
    "current-context": "here",
  };
  await writeFile(kubeconfig, JSON.stringify(config), { mode: 0o600 });
  return kubeconfig;
}

function startController(engines: Engines, daemons: DaemonGroup, kubeconfig: string): void {
  daemons.start("kube-controller-manager", engineBinary(engines, "kube-controller-manager"), [
    `--kubeconfig=${kubeconfig}`,
    "--controllers=validatingadmissionpolicy-status-controller",
    "--leader-elect=false",
    "--secure-port=0",
  ]);
}

async function certificate(folder: string): Promise<string | undefined> {
  const pem = await readFile(join(folder, CERTIFICATES, "apiserver.crt"), "utf8").catch(() => "");
  return pem.includes("END CERTIFICATE") ? pem : undefined;
}

async function isReady(client: ApiClient): Promise<true | undefined> {
  const ready = await client.send({ method: "GET", path: "/readyz" }).catch(() => undefined);
  if (ready?.ok !== true) return undefined;
  // Ready a moment before the namespace that most objects go to.
  const namespace = await client.send({ method: "GET", path: "/api/v1/namespaces/default" });
  return namespace.ok ? true : undefined;
}

/** As `waitUntil`, but a process that has ended is reported at once, and with its log. */
async function waitFor<Value>(
  what: string,
  probe: () => Promise<Value | undefined>,
  daemons: DaemonGroup,
): Promise<Value> {
  try {
    return await waitUntil(what, async () => {
      const dead = daemons.dead();
      if (dead !== undefined) throw new Error(`${what} will not come: ${dead}`);
      return probe();
    });
  } catch (error) {
    throw new Error(await daemons.logs(), { cause: error });
  }
}
