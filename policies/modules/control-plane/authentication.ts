import { violation } from "@policyc/sdk";
import { type Flag, flagValue } from "../flags.js";

/** What makes the API server believe clients on weak evidence, or on none. */
const refused = ["token-auth-file", "basic-auth-file"] as const;

/** What it needs to check who somebody is, and to prove who it is to kubelets. */
const needed = [
  "client-ca-file",
  "kubelet-client-certificate",
  "kubelet-client-key",
  "kubelet-certificate-authority",
] as const;

/** How kube-apiserver may take somebody for somebody else. */
export function* weakAuthentication(flags: readonly Flag[], at: object) {
  // The file says itself for which paths anonymous requests are let in.
  const hasFile = flagValue(flags, "authentication-config") !== "";
  if (!hasFile && flagValue(flags, "anonymous-auth") !== "false") {
    yield violation("kube-apiserver answers anonymous requests: --anonymous-auth is not false", at);
  }
  for (const flag of refused) {
    if (flagValue(flags, flag) !== "") {
      yield violation(`kube-apiserver takes passwords or tokens from a file: --${flag} is set`, at);
    }
  }
  for (const flag of needed) {
    if (flagValue(flags, flag) === "") {
      yield violation(`kube-apiserver has no --${flag}`, at);
    }
  }
  const keys = ["service-account-key-file", "service-account-signing-endpoint"];
  if (keys.every((flag) => flagValue(flags, flag) === "")) {
    yield violation("kube-apiserver has no --service-account-key-file", at);
  }
  if (flagValue(flags, "service-account-lookup") === "false") {
    yield violation(
      "kube-apiserver accepts tokens of deleted service accounts: --service-account-lookup is false",
      at,
    );
  }
  if (!["", "0"].includes(flagValue(flags, "insecure-port"))) {
    yield violation("kube-apiserver serves without TLS and authentication: --insecure-port is not 0", at);
  }
}
