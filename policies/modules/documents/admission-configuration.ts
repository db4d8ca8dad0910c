import { document } from "@policyc/sdk";

/** What plugins are told, as far as policies read it: PodSecurity and ImagePolicyWebhook. */
export interface PluginConfiguration {
  defaults?: { enforce?: string };
  exemptions?: { usernames?: string[]; namespaces?: string[]; runtimeClasses?: string[] };
  imagePolicy?: { defaultAllow?: boolean };
}

export interface AdmissionPlugin {
  name: string;
  /** Another file with the configuration. */
  path?: string;
  configuration?: PluginConfiguration;
}

/** The file of `--admission-control-config-file`. */
export interface AdmissionConfiguration {
  apiVersion: string;
  kind: "AdmissionConfiguration";
  plugins: AdmissionPlugin[];
}

export const AdmissionConfiguration = document<AdmissionConfiguration>({
  name: "AdmissionConfiguration",
  title: "configuration of an API server's admission plugins",
  recognise: { fields: { kind: "AdmissionConfiguration" }, has: ["plugins"] },
});
