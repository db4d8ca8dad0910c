import { regexMatches } from "@policyc/sdk";

/** `DB_PASSWORD`, `rootPassword`, `MYSQL_PWD`, `api-key`, but not `PASSWORD_FILE`, `TOKEN_URL` or `PWD`. */
const password = "(?i)(password|passwd|passphrase)$|[_.-](pass|pwd)$";
const key =
  "(?i)(api[_.-]?key|access[_.-]?key|secret[_.-]?key(_base)?|private[_.-]?key|signing[_.-]?key|encryption[_.-]?key)$";
const token =
  "(?i)(token|secret|credential|credentials|(routing|integration|service|license|account)[_.-]?key)$";

/** References to where the secret is, switches, and texts that somebody else fills in. */
const harmless =
  "(?i)^(|true|false|yes|no|on|off|none|null|nil|enabled|disabled|required|optional|[0-9.]+[a-z]?|x{3,}|[*.-]{3,}|redacted|todo|replace[_-]?me|/.*|[.]{1,2}/.*|~/.*|[a-z][a-z0-9+.-]*:.*|[a-z0-9]+[+](file|vault|awssecrets|gcpsecrets|azurekeyvault).*|.*[.](pem|key|crt|txt|json|ya?ml))$";

/**
 * Is this the value of a secret, by the name that it is given? Passwords and keys are, whatever they look like; what
 * is called a token or a secret is often only the name of one, so it must look as if nobody had made it up: letters
 * and digits, long, no word.
 */
export function isNamedSecret(name: string, value: string): boolean {
  return !regexMatches(harmless, value) && !isFilledInLater(value) && asksForSecret(name, value);
}

function asksForSecret(name: string, value: string): boolean {
  if (regexMatches(password, name) || regexMatches(key, name)) return true;
  return regexMatches(token, name) && looksRandom(value);
}

/** `$(NAME)`, `${NAME}`, `{{ template }}`, `<your password>`, `%NAME%`. */
function isFilledInLater(value: string): boolean {
  return /\$\(|\$\{|\{\{|^\$|^<.*>$|^%.*%$/.test(value);
}

/** What entropy would say, as far as a regular expression can: 12 characters, small and capital letters and digits. */
function looksRandom(value: string): boolean {
  return (
    /^[A-Za-z0-9+/=_.~-]{12,}$/.test(value) &&
    /[0-9]/.test(value) &&
    ((/[a-z]/.test(value) && /[A-Z]/.test(value)) ||
      /^[a-f0-9-]{24,}$/.test(value) ||
      /^[a-z0-9]{24,}$/.test(value))
  );
}
