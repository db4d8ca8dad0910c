import { kind, type NamedObjectMeta } from "@policyc/sdk";

/** Istio's WasmPlugin, extensions.istio.io/v1alpha1, as far as policies read it. */
export interface WasmPlugin {
  apiVersion: "extensions.istio.io/v1alpha1";
  kind: "WasmPlugin";
  metadata: NamedObjectMeta;
  spec: {
    /** `oci://` where no scheme is given. */
    url: string;
    sha256?: string;
    /** Absent means FAIL_CLOSE. */
    failStrategy?: "FAIL_CLOSE" | "FAIL_OPEN" | "FAIL_RELOAD";
    phase?: string;
  };
}

export const WasmPlugin = kind<WasmPlugin>({
  group: "extensions.istio.io",
  version: "v1alpha1",
  kind: "WasmPlugin",
  plural: "wasmplugins",
  scope: "Namespaced",
});
