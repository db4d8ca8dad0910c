import type { Pass } from "./tree/pass.js";
import { rewritePolicy } from "./tree/rewrite.js";

/** Which field is to blame is told by tests and scans: no engine takes it, and what is read for it alone need not be made. */
export const forgetPlaces: Pass = {
  name: "forget-places",
  run: (policy) =>
    rewritePolicy(policy, {
      stream: (stream) =>
        stream.kind === "violation" && (stream.at !== undefined || stream.details !== undefined)
          ? { kind: "violation", message: stream.message, span: stream.span }
          : stream,
    }),
};
