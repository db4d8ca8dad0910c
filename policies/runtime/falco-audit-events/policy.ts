import { policy, violation } from "@policyc/sdk";
import { FalcoConfig } from "../../modules/documents/falco-config.js";

/** The plugin that reads the audit log, and its sisters for the clouds. */
const auditPlugins = ["k8saudit", "k8saudit-eks", "k8saudit-gke", "k8saudit-aks", "k8saudit-ovh"] as const;

export default policy({
  name: "falco-audit-events",
  title: "Falco reads the audit log and passes alerts on",
  description:
    "Falco must load a k8saudit plugin that is configured, with rules for it, and send what it finds somewhere, not in plain text.",
  rationale:
    "System calls show what happens in containers; who made a privileged pod or read all Secrets is in the audit log alone.",
  remediation:
    "Put `k8saudit` (or the cloud's) into `load_plugins` with an entry in `plugins`, `k8s_audit_rules.yaml` into `rules_files`, and turn on `http_output` with `https://`.",
  severity: "medium",
  controls: [
    "NIST-800-53-5/SI-4",
    "NIST-800-53-5/AU-6",
    "NIST-800-190/4.4.4",
    "OWASP-K8S-2022/K05",
    "OWASP-K8S-2025/K10",
    "NSA-CISA-1.2/threat-detection",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "medium" },
  match: [FalcoConfig],
  *check({ object }) {
    const loaded = (object.load_plugins ?? []).filter((plugin) => auditPlugins.some((one) => one === plugin));
    if (loaded.length === 0)
      yield violation("Falco does not read the audit log: no k8saudit plugin is loaded", object);
    for (const plugin of loaded) {
      if (!(object.plugins ?? []).some((one) => one.name === plugin && (one.open_params ?? "") !== "")) {
        yield violation(`the plugin ${plugin} has no source: no open_params in plugins`, object);
      }
    }
    for (const { name, open_params: source = "" } of object.plugins ?? []) {
      if (loaded.includes(name) && source.startsWith("http://") && !isLoopback(source))
        yield violation(`the plugin ${name} is sent the audit log in plain text: ${source}`, object);
    }
    const files = [...(object.rules_files ?? []), ...(object.rules_file ?? [])];
    // A folder may hold them: its files are not known here.
    const hasRules = files.some((file) => file.includes("audit") || !/\.ya?ml$/.test(file));
    if (loaded.length > 0 && !hasRules) {
      yield violation("Falco reads the audit log and has no rules for it", object);
    }
    const { http_output: http, program_output: program } = object;
    const others = [
      object.stdout_output,
      object.file_output,
      object.syslog_output,
      object.grpc_output,
      program,
    ];
    if (http?.enabled !== true && !others.some((output) => output?.enabled === true)) {
      yield violation("Falco tells nobody: no output is enabled", object);
    }
    if (http?.enabled === true && (http.url ?? "").startsWith("http://") && !isLoopback(http.url ?? "")) {
      yield violation(`Falco sends alerts in plain text: ${http.url ?? ""}`, http);
    }
    if (http?.enabled === true && http.insecure === true) {
      yield violation(
        "Falco sends alerts without a check of the certificate: http_output.insecure is true",
        http,
      );
    }
  },
});

function isLoopback(url: string): boolean {
  return /^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(url);
}
