import type { Call } from "@policyc/ir";
import type { Context } from "../context.js";
import type { Lowered } from "../lowered.js";

/** Lowers one intrinsic. */
export type IntrinsicLowering = (expr: Call, cx: Context) => Lowered;
