import { violation } from "@policyc/sdk";
import { type Flag, flagValue } from "../flags.js";

const files = [
  "cert-file",
  "key-file",
  "trusted-ca-file",
  "peer-cert-file",
  "peer-key-file",
  "peer-trusted-ca-file",
] as const;

/** Whom etcd lets in without a certificate. */
export function* openEtcd(flags: readonly Flag[], at: object) {
  for (const flag of files) {
    if (flagValue(flags, flag) === "") yield violation(`etcd has no --${flag}`, at);
  }
  for (const flag of ["client-cert-auth", "peer-client-cert-auth"]) {
    if (flagValue(flags, flag) !== "true")
      yield violation(`etcd does not ask for certificates: --${flag} is not true`, at);
  }
  for (const flag of ["auto-tls", "peer-auto-tls"]) {
    if (flagValue(flags, flag) === "true")
      yield violation(`etcd makes up certificates that nobody can check: --${flag} is true`, at);
  }
  for (const flag of ["listen-client-urls", "listen-peer-urls"]) {
    for (const url of flagValue(flags, flag).split(",")) {
      if (url.startsWith("http://") && !isLoopback(url))
        yield violation(`etcd listens in plain text: --${flag} ${url}`, at);
    }
  }
}

function isLoopback(url: string): boolean {
  return (
    url.startsWith("http://127.0.0.1:") ||
    url.startsWith("http://localhost:") ||
    url.startsWith("http://[::1]:")
  );
}
