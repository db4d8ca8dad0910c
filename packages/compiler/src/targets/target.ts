import type { Policy, Verified } from "@policyc/ir";
import type { Unsayable } from "../backends/cel/index.js";
import type { EmittedFile } from "../emit/file-tree.js";
import type { Deployment } from "./deployment.js";

export const targetNames = ["gatekeeper", "kyverno", "kyverno-vpol", "vap"] as const;
export type TargetName = (typeof targetNames)[number];

export type CelDialect = "kubernetes" | "kyverno";

/** A policy engine that policyc writes manifests for. */
export interface Target {
  readonly name: TargetName;
  /** For people, e.g. `Kyverno ValidatingPolicy`. */
  readonly title: string;
  /** Whether a policy can read other objects of the cluster there. */
  readonly readsInventory: boolean;
  /** The Kubernetes whose CEL it has, whatever the cluster's. Absent: the cluster's. */
  readonly cel?: string;
  /** Who reads its CEL. Kyverno's `orValue` is not Kubernetes'. */
  readonly celDialect: CelDialect;
  /** The fields of `request` that its CEL is not told, or not always. */
  readonly untold?: readonly string[];
  /** The files of one policy, below the target's folder. Tells what the engine cannot say of it. */
  readonly emit: (
    policy: Verified<Policy>,
    deployment: Deployment,
    unsayable: Unsayable,
  ) => readonly EmittedFile[];
  /** The kustomization.yaml of the folder, from all its files; resources in the order in which they must be applied. */
  readonly kustomization: (files: readonly EmittedFile[]) => EmittedFile;
}
