import type { Deployment, TargetName } from "@policyc/compiler";
import {
  type Large,
  largeIngress,
  largeNamespace,
  largePeerAuthentication,
  largePod,
  largeRole,
} from "./large.js";

/** One policy of the library that is measured against the same policy as a person would write it. */
export interface Contest {
  readonly pack: string;
  readonly policy: string;
  readonly params: Deployment["params"];
  readonly targets: readonly TargetName[];
  readonly large: Large;
}

const both = ["gatekeeper", "vap"] as const;

/**
 * Ten policies of different shape: a list of prefixes, maps, quantities, volumes against mounts, one field, lists in
 * lists, sets, ranges, other objects, a custom resource.
 */
export const contests: readonly Contest[] = [
  { pack: "images", policy: "allowedrepos", params: {}, targets: both, large: largePod },
  {
    pack: "governance",
    policy: "requiredlabels",
    params: { labels: [{ key: "owner", allowedRegex: "^[a-z]+$" }, { key: "app" }] },
    targets: both,
    large: largeNamespace,
  },
  { pack: "workloads", policy: "containerlimits", params: {}, targets: both, large: largePod },
  {
    pack: "pod-security",
    policy: "host-filesystem",
    params: { allowedHostPaths: [{ pathPrefix: "/var/log", readOnly: true }] },
    targets: both,
    large: largePod,
  },
  { pack: "network", policy: "httpsonly", params: {}, targets: both, large: largeIngress },
  { pack: "rbac", policy: "no-wildcards", params: {}, targets: both, large: largeRole },
  { pack: "pod-security", policy: "capabilities", params: {}, targets: both, large: largePod },
  {
    pack: "pod-security",
    policy: "host-network-ports",
    params: { min: 8000, max: 9000 },
    targets: both,
    large: largePod,
  },
  { pack: "network", policy: "uniqueingresshost", params: {}, targets: ["gatekeeper"], large: largeIngress },
  { pack: "mesh", policy: "strict-mtls", params: {}, targets: both, large: largePeerAuthentication },
];
