import { violation } from "@policyc/sdk";
import { type Flag, flagValue, flagValues } from "../flags.js";
import { isOldTls, isStrongCipher } from "../tls.js";

const needed = [
  "tls-cert-file",
  "tls-private-key-file",
  "etcd-cafile",
  "etcd-certfile",
  "etcd-keyfile",
  "encryption-provider-config",
] as const;

/** What kube-apiserver serves, asks for or stores in plain text. */
export function* weakEncryption(flags: readonly Flag[], at: object) {
  for (const flag of needed) {
    if (flagValue(flags, flag) === "") {
      yield violation(`kube-apiserver has no --${flag}`, at);
    }
  }
  for (const server of flagValues(flags, "etcd-servers")) {
    if (server.startsWith("http://")) {
      yield violation(`kube-apiserver reaches etcd in plain text: ${server}`, at);
    }
  }
  const version = flagValue(flags, "tls-min-version");
  if (isOldTls(version)) {
    yield violation(`kube-apiserver accepts old TLS: --tls-min-version ${version}`, at);
  }
  for (const suite of flagValues(flags, "tls-cipher-suites")) {
    if (!isStrongCipher(suite)) {
      yield violation(`kube-apiserver accepts a weak cipher: ${suite}`, at);
    }
  }
  if (flagValue(flags, "profiling") !== "false") {
    yield violation("kube-apiserver serves profiles: --profiling is not false", at);
  }
}
