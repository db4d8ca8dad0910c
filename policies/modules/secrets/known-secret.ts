/**
 * What a text holds that is a secret by its form alone: tokens with a prefix of their issuer, private keys, signed
 * tokens, addresses with a password. Absent where there is none. A password that is filled in later
 * (`$(PASSWORD)`, `<password>`, `{{ … }}`) is none.
 */
export function knownSecret(text: string): string | undefined {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/u.test(text)) return "a private key";
  if (/(^|[^A-Za-z0-9])(AKIA|ASIA)[A-Z2-7]{16}([^A-Za-z0-9]|$)/u.test(text)) return "an AWS access key";
  if (/gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22}/u.test(text)) return "a GitHub token";
  if (/gl(pat|dt|rt|cbt)-[A-Za-z0-9_-]{20}/u.test(text)) return "a GitLab token";
  if (/xox[abeoprs]-[A-Za-z0-9-]{10}|xapp-[0-9]-[A-Z0-9]+-/u.test(text)) return "a Slack token";
  if (/hooks\.slack\.com\/services\/T[A-Z0-9]+\/B[A-Z0-9]+\/[A-Za-z0-9]+/u.test(text))
    return "a Slack webhook";
  if (/AIza[A-Za-z0-9_-]{35}/u.test(text)) return "a Google API key";
  if (/[rs]k_live_[A-Za-z0-9]{16}/u.test(text)) return "a Stripe key";
  if (/npm_[A-Za-z0-9]{36}/u.test(text)) return "an npm token";
  if (/(^|[^A-Za-z0-9])sk-(proj|ant|svcacct)-[A-Za-z0-9_-]{20}/u.test(text))
    return "a key of a model provider";
  if (/SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}/u.test(text)) return "a SendGrid key";
  if (/(^|[^A-Za-z0-9])hv[bs]\.[A-Za-z0-9_-]{24}/u.test(text)) return "a Vault token";
  if (/do[opr]_v1_[a-f0-9]{64}/u.test(text)) return "a DigitalOcean token";
  if (/AccountKey=[A-Za-z0-9+/=]{40}/u.test(text)) return "an Azure storage key";
  if (/eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/u.test(text))
    return "a signed token (JWT)";
  if (/[A-Za-z][A-Za-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@$<{(*%][^\s/@]*@/u.test(text))
    return "an address with a password";
  return /[;?& ](Password|password|Pwd|pwd)=[^\s;&$<{(*%]/u.test(text)
    ? "a connection string with a password"
    : undefined;
}
