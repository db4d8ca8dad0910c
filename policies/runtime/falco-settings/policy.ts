import { parameters, policy, violation } from "@policyc/sdk";
import { FalcoConfig } from "../../modules/documents/falco-config.js";

interface Params {
  /** The values of `priority` that load enough rules: those that are mild enough. */
  priorities: string[];
}

export default policy({
  name: "falco-settings",
  title: "Falco does not look away",
  description:
    "falco.yaml must load the rules down to a priority, must not switch all rules off, must watch the system calls that Falco needs, and must log or alert when the kernel drops events.",
  rationale:
    "A rule that is not loaded alerts nobody, and nobody sees that it is not. An attacker who floods the kernel with system calls makes Falco lose those that matter: that events were dropped is then the only trace. And where a list of system calls of one's own leaves out those that make and end processes, Falco takes one process for another.",
  remediation:
    'Set `priority` to `warning` or milder (`debug` is the default), take `disable: { rule: "*" }` away or enable what you want after it, keep `log` or `alert` in `syscall_event_drops.actions`, and set `base_syscalls.repair: true` beside a `custom_set`.',
  severity: "medium",
  controls: [
    "NIST-800-53-5/SI-4",
    "NIST-800-53-5/AU-5",
    "NSA-CISA-1.2/threat-detection",
    "OWASP-K8S-2022/K05",
    "OWASP-K8S-2025/K10",
    "MITRE-ATTACK-16/T1562.001",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: [FalcoConfig],
  params: parameters<Params>({ priorities: ["warning", "notice", "info", "informational", "debug"] }),
  *check({ object, params }) {
    if (object.priority !== undefined && !params.priorities.includes(object.priority.toLowerCase()))
      yield violation(`Falco loads only rules of priority <${object.priority}> and worse`, object);
    const selections = object.rules ?? [];
    if (
      selections.some(({ disable }) => disable?.rule === "*") &&
      !selections.some(({ enable }) => enable !== undefined)
    )
      yield violation("all rules are switched off", object.rules);
    const { custom_set = [], repair } = object.base_syscalls ?? {};
    if (custom_set.length > 0 && repair !== true)
      yield violation(
        "Falco watches a list of system calls that may leave out some that it needs: base_syscalls.custom_set without repair",
        object.base_syscalls,
      );
    const actions = object.syscall_event_drops?.actions;
    if (actions !== undefined && !actions.some((action) => action !== "ignore"))
      yield violation(
        "nobody hears of dropped events: syscall_event_drops.actions",
        object.syscall_event_drops,
      );
  },
});
