import {
  booleanType,
  type Coalesce,
  type Expr,
  literal,
  type Policy,
  required,
  type Stream,
  stringType,
  type Violation,
} from "@policyc/ir";
import { isTrivial } from "./functions/inline.js";
import { blankTexts } from "./known/blank-texts.js";
import { FreshNames } from "./tree/fresh-names.js";
import type { Pass } from "./tree/pass.js";
import { isPath } from "./tree/path.js";
import { rewritePolicy } from "./tree/rewrite.js";

/** A message that may be blank is replaced by the policy's title, as the SDK does it: engines drop or refuse blank ones. */
export const messages: Pass = {
  name: "messages",
  run: (policy) => {
    const names = FreshNames.of(policy);
    const mayBeBlank = blankTexts(policy);
    return rewritePolicy(policy, {
      stream: (stream) =>
        stream.kind === "violation" && mayBeBlank(stream.message)
          ? orTitle(stream, { policy, names, mayBeBlank })
          : stream,
    });
  },
};

interface Titling {
  readonly policy: Policy;
  readonly names: FreshNames;
  readonly mayBeBlank: (text: Expr) => boolean;
}

/** The message is read twice, so what is more than a name gets one. */
function orTitle(violation: Violation, { policy, names, mayBeBlank }: Titling): Stream {
  const { message, span } = violation;
  if (message.kind === "literal") return { ...violation, message: literal(policy.title, span) };
  if (isTrivial(message)) return { ...violation, message: choice(message, policy) };
  if (message.kind === "coalesce" && isPath(message.of) && !mayBeBlank(message.fallback))
    return { ...violation, message: chosen(message, policy) };
  const binder = { name: names.unique("message"), type: stringType };
  const local: Expr = { kind: "local", name: binder.name, type: stringType, span };
  return {
    kind: "bind",
    binder,
    value: message,
    body: { ...violation, message: choice(local, policy) },
    span,
  };
}

/** What was given is asked, and not what stands in for it. */
function chosen({ of, fallback, type, span }: Coalesce, policy: Policy): Expr {
  return {
    kind: "conditional",
    test: { kind: "present", of, type: booleanType, span },
    then: choice({ ...of, type: required(of.type) }, policy),
    else: fallback,
    type,
    span,
  };
}

function choice(message: Expr, policy: Policy): Expr {
  const { span } = message;
  const trimmed: Expr = {
    kind: "call",
    intrinsic: "string.trimSpace",
    args: [message],
    type: stringType,
    span,
  };
  const test: Expr = {
    kind: "compare",
    operator: "!=",
    left: trimmed,
    right: literal("", span),
    type: booleanType,
    span,
  };
  return {
    kind: "conditional",
    test,
    then: message,
    else: literal(policy.title, span),
    type: stringType,
    span,
  };
}
