import { document } from "@policyc/sdk";

interface Switch {
  enabled?: boolean;
}

/** falco.yaml, as far as policies read it. */
export interface FalcoConfig {
  /** `rules_file` before Falco 0.38. */
  rules_files?: string[];
  rules_file?: string[];
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
