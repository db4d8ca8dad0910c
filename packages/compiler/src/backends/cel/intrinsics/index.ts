import type { Call, IntrinsicName } from "@policyc/ir";
import type { Context } from "../context.js";
import type { Lowered } from "../lowered.js";
import { collectionIntrinsics } from "./collections.js";
import { sdkIntrinsics } from "./kubernetes.js";
import type { IntrinsicLowering } from "./lowering.js";
import { numberIntrinsics } from "./numbers.js";
import { textIntrinsics } from "./text.js";

const intrinsics: { readonly [K in IntrinsicName]: IntrinsicLowering } = {
  ...textIntrinsics,
  ...collectionIntrinsics,
  ...numberIntrinsics,
  ...sdkIntrinsics,
};

export function call(expr: Call, cx: Context): Lowered {
  return intrinsics[expr.intrinsic](expr, cx);
}
