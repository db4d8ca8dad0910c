import { ConfigMap, codePointLength, type Integer, parameters, policy, violation } from "@policyc/sdk";
import { knownSecret } from "../../modules/secrets/known-secret.js";
import { isNamedSecret } from "../../modules/secrets/named-secret.js";

interface Params {
  /** Keys of `data` whose values are no secrets, whatever they look like. */
  publicKeys?: string[];
  /**
   * Values longer than so many characters are not searched; where all together are longer, each may have its share. The
   * API server gives CEL a budget, and refuses what it cannot finish. A file that holds a password is rarely longer.
   * @minimum 0
   */
  maxLength: Integer;
}

export default policy({
  name: "no-secrets-in-configmaps",
  title: "No secrets in ConfigMaps",
  description:
    "The values of a ConfigMap, and the settings in the files that it holds, must not be tokens, keys or passwords.",
  rationale:
    "ConfigMaps are not encrypted at rest, may be read by most roles (`view` among them), and are written into audit logs and dashboards.",
  remediation: "Move the value into a Secret, and refer to it from the file (`${DB_PASSWORD}`, a path).",
  severity: "high",
  controls: [
    "NIST-800-53-5/IA-5",
    "NIST-800-53-5/SC-28",
    "OWASP-K8S-2022/K08",
    "OWASP-K8S-2025/K03",
    "MITRE-ATTACK-16/T1552.007",
    "NSA-CISA-1.2/secrets",
    "MITRE-ATTACK-16/T1552.001",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [ConfigMap],
  params: parameters<Params>({ maxLength: 10000 }),
  *check({ object, params }) {
    const lengths = Object.values(object.data ?? {}).map((value) => codePointLength(value));
    const isShort = lengths.reduce((sum, length) => sum + length, 0) <= params.maxLength;
    for (const [key, value] of Object.entries(object.data ?? {})) {
      const isSearched = isShort || codePointLength(value) * lengths.length <= params.maxLength;
      if (isSearched && !(params.publicKeys ?? []).includes(key)) {
        const found = knownSecret(value);
        if (found !== undefined) {
          yield violation(`ConfigMap <${object.metadata.name}> has ${found} in ${key}`, object.data);
        } else if (isNamedSecret(key, value.trim())) {
          yield violation(`ConfigMap <${object.metadata.name}> has a secret in ${key}`, object.data);
        }
        for (const line of value.split("\n").flatMap(settingsOf)) {
          if (isSecretSetting(line)) {
            yield violation(
              `ConfigMap <${object.metadata.name}> has a secret in ${key}: ${settingName(line)}`,
              object.data,
            );
          }
        }
      }
    }
  },
});

/** JSON has many settings in a line. */
function settingsOf(line: string): string[] {
  return /\{\s*"/.test(line) ? line.replaceAll("{", ",").replaceAll("}", ",").split(",") : [line];
}

/** `name = value` or `name: value`, with quotes and a comma where the file's format wants them. */
function isSecretSetting(line: string): boolean {
  const name = settingName(line);
  const value = settingValue(line);
  return (
    /^[A-Za-z0-9_.-]+$/.test(name) &&
    // A text for people has spaces, a nested setting begins with a bracket, and what is quoted within a text (of a
    // query, say) has backslashes.
    /^[^\s{}()<>|&*$[\]\\]{3,}$/u.test(value) &&
    isNamedSecret(name, value)
  );
}

function settingName(line: string): string {
  const end = line.includes("=") ? line.indexOf("=") : line.indexOf(":");
  return bare(line.slice(0, Math.max(end, 0)));
}

function settingValue(line: string): string {
  const end = line.includes("=") ? line.indexOf("=") : line.indexOf(":");
  return bare(line.slice(end + 1));
}

function bare(text: string): string {
  return text.replaceAll('"', "").replaceAll("'", "").replaceAll(",", "").trim();
}
