import { document } from "@policyc/sdk";

/** Istio's MeshConfig, as far as policies read it. */
export interface MeshConfig {
  outboundTrafficPolicy?: { mode?: string };
  enableAutoMtls?: boolean;
  verifyCertificateAtClient?: boolean;
  pathNormalization?: { normalization?: string };
}

/** The text `mesh` of istiod's ConfigMap. The chart always writes both names. */
export interface IstioMesh extends MeshConfig {
  trustDomain: string;
  rootNamespace: string;
}

export const IstioMesh = document<IstioMesh>({
  name: "IstioMesh",
  title: "configuration of Istio's mesh",
  recognise: { has: ["trustDomain", "rootNamespace"] },
});

/** What `istioctl install --filename` is given. */
export interface IstioOperator {
  apiVersion: "install.istio.io/v1alpha1";
  kind: "IstioOperator";
  spec?: { meshConfig?: MeshConfig };
}

export const IstioOperator = document<IstioOperator>({
  name: "IstioOperator",
  title: "settings of an Istio installation",
  recognise: { fields: { apiVersion: "install.istio.io/v1alpha1", kind: "IstioOperator" } },
});
