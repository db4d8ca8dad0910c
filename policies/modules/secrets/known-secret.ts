/**
 * What a text holds that is a secret by its form alone: tokens with a prefix of their issuer, private keys, signed
 * tokens, addresses with a password. Absent where there is none. A password that is filled in later
 * (`$(PASSWORD)`, `<password>`, `{{ … }}`) is none.
 *
 * An API server counts what a pattern costs by its length: `[^\W_]` is short for letters and digits, and issuers whose
 * tokens look alike share a pattern.
 */
export function knownSecret(text: string): string | undefined {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----|AGE-SECRET-KEY-1[^\W_]{58}/u.test(text)) return "a private key";
  if (/(^|[\W_])(AKIA|ASIA)[A-Z2-7]{16}([\W_]|$)/u.test(text)) return "an AWS access key";
  if (/gh[pousr]_[^\W_]{36}|github_pat_\w{22}/u.test(text)) return "a GitHub token";
  if (/gl(pat|[dfrc]b?t|ptt|imt|agent|soat|oas)-[\w-]{20}/u.test(text)) return "a GitLab token";
  if (/xox[abeoprs]-[^\W_-]{10}|xapp-\d-[A-Z0-9]+-/u.test(text)) return "a Slack token";
  if (/hooks\.slack\.com\/services\/T[A-Z0-9]+\/B[A-Z0-9]+\/[^\W_]+/u.test(text)) return "a Slack webhook";
  if (/\/api\/webhooks\/\d{17,20}\/[\w-]{60}|\/webhookb2\/[\w@-]{73}\//u.test(text))
    return "a chat's webhook";
  if (/AIza[\w-]{35}/u.test(text)) return "a Google API key";
  if (/[rs]k_live_[^\W_]{16}/u.test(text)) return "a Stripe key";
  if (/npm_[^\W_]{36}/u.test(text)) return "an npm token";
  if (
    /(^|[\W_])(sk-(proj|ant|svcacct|admin)-[\w-]{20}|(hf|gsk|r8)_[^\W_]{34}|(xai|pplx)-[^\W_]{48})/u.test(
      text,
    )
  )
    return "a key of a model provider";
  if (/SG\.[\w-]{22}\.[\w-]{43}/u.test(text)) return "a SendGrid key";
  if (/(^|[\W_])hv[bs]\.[\w-]{24}/u.test(text)) return "a Vault token";
  if (/do[opr]_v1_[a-f0-9]{64}/u.test(text)) return "a DigitalOcean token";
  if (/AccountKey=[^\W_][\w+/=]{39}/u.test(text)) return "an Azure storage key";
  if (/SharedAccessKey=[\w+/=]{40}|[?&]sig=[\w%+/-]{43}|\dQ~[\w.~-]{31}/u.test(text))
    return "an Azure key or signature";
  if (isIssued(text)) return "a token by its prefix";
  if (/eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/u.test(text)) return "a signed token (JWT)";
  if (/earer [\w.~+/-]{32}|uthorization: Basic [\w+/]{8}/u.test(text)) return "a header that logs in";
  if (/[A-Za-z][A-Za-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@$<{(*%][^\s/@]*@/u.test(text))
    return "an address with a password";
  return /[;?& ](Password|password|Pwd|pwd)=[^\s;&$<{(*%]/u.test(text)
    ? "a connection string with a password"
    : undefined;
}

/** Tools of one kind or another whose tokens begin as nothing else does. */
function isIssued(text: string): boolean {
  return (
    /(dckr_[op]at_|pypi-AgE|figd_|ATATT3|HRKU-|GOCSPX-|ya29\.|tskey-[a-z]+-|sq0[acst]+p-|pscale_[a-z]+_|ops_eyJ)[\w-]{20}/u.test(
      text,
    ) ||
    /((rubygems|glsa|sbp|lin_api|shp(at|ca|pa|ss))_|pul-|NRAK-|AKCp|dapi)[^\W_]{27}|\.atlasv1\.[\w-]{60}/u.test(
      text,
    ) ||
    /(^|[\W_])(SK[a-f0-9]{32}([\W_]|$)|\d{8,10}:AA[\w-]{33})/u.test(text)
  );
}
