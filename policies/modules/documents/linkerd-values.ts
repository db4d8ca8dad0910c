import { document } from "@policyc/sdk";

/**
 * What Linkerd was installed with: the text `values` of its ConfigMap `linkerd-config`, or the file of values that the
 * chart linkerd-control-plane is given.
 */
export interface LinkerdValues {
  proxy: { defaultInboundPolicy: string };
  /** Of the injector and of what checks Linkerd's own objects. */
  webhookFailurePolicy?: string;
}

export const LinkerdValues = document<LinkerdValues>({
  name: "LinkerdValues",
  title: "values of a Linkerd installation",
  recognise: {
    fields: {
      "proxy.defaultInboundPolicy": [
        "all-authenticated",
        "all-unauthenticated",
        "audit",
        "cluster-authenticated",
        "cluster-unauthenticated",
        "deny",
      ],
    },
  },
});
