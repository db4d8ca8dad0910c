import { document } from "@policyc/sdk";

interface Switch {
  enabled?: boolean;
}

/** Rules by name, where `*` stands for anything, or by tag. */
interface RuleSelection {
  rule?: string;
  tag?: string;
}

/** falco.yaml, as far as policies read it. */
export interface FalcoConfig {
  /** `rules_file` before Falco 0.38. */
  rules_files?: string[];
  rules_file?: string[];
  /** The mildest rules that are loaded; `debug` where it is absent. */
  priority?: string;
  /** What of the loaded rules is on, in this order. Since Falco 0.38. */
  rules?: { enable?: RuleSelection; disable?: RuleSelection }[];
  syscall_event_drops?: { actions?: string[] };
  /** Which system calls are watched beside those that the rules name; with `repair` those that Falco needs, too. */
  base_syscalls?: { custom_set?: string[]; repair?: boolean };
  load_plugins?: string[];
  plugins?: { name: string; library_path?: string; open_params?: string }[];
  json_output?: boolean;
  stdout_output?: Switch;
  file_output?: Switch;
  program_output?: Switch;
  syslog_output?: Switch;
  http_output?: Switch & { url?: string; insecure?: boolean };
  grpc_output?: Switch;
}

export const FalcoConfig = document<FalcoConfig>({
  name: "FalcoConfig",
  title: "falco.yaml",
  recognise: { hasAny: ["rules_files", "rules_file"] },
});
