import { document } from "@policyc/sdk";

export interface KubeconfigCluster {
  server?: string;
  "insecure-skip-tls-verify"?: boolean;
}

/** How somebody logs in. Paths of files, and programs that are asked (`exec`), are no secrets. */
export interface KubeconfigUser {
  token?: string;
  username?: string;
  password?: string;
  "client-key-data"?: string;
}

/** Where an API server, or a webhook that it calls, is and how to log in there (`kubectl --kubeconfig`, `--audit-webhook-config-file`). */
export interface Kubeconfig {
  apiVersion: "v1";
  kind: "Config";
  clusters?: { name: string; cluster?: KubeconfigCluster }[];
  users?: { name: string; user?: KubeconfigUser }[];
}

export const Kubeconfig = document<Kubeconfig>({
  name: "Kubeconfig",
  title: "kubeconfig",
  recognise: { fields: { apiVersion: "v1", kind: "Config" }, hasAny: ["clusters", "users", "contexts"] },
});
