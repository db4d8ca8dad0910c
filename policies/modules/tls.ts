/**
 * The cipher suites of CIS 2.0, 1.2.29: with forward secrecy, AES in GCM or ChaCha20. Go's own names, TLS 1.3 included.
 */
export function isStrongCipher(suite: string): boolean {
  return /^(TLS_AES_(128_GCM_SHA256|256_GCM_SHA384)|TLS_CHACHA20_POLY1305_SHA256|TLS_ECDHE_(ECDSA|RSA)_WITH_(AES_128_GCM_SHA256|AES_256_GCM_SHA384|CHACHA20_POLY1305(_SHA256)?))$/.test(
    suite,
  );
}

/** Older than TLS 1.2; what is not said is 1.2 in every supported Kubernetes. */
export function isOldTls(version: string): boolean {
  return version === "VersionTLS10" || version === "VersionTLS11";
}
