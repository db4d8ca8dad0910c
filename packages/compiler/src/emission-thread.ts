import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Policy } from "@policyc/ir";
import type { EmissionMemory, Emitted, PolicyDeployment } from "./pipeline.js";

/** A second thread that emits policies while the first still reads others. */
export interface EmissionThread {
  /** Hands a policy over, as it is deployed. */
  readonly begin: (item: PolicyDeployment) => void;
  /** What became of all of them, for `emitPolicies`; the thread ends. What went wrong there is missing, and done anew. */
  readonly finish: () => Promise<EmissionMemory>;
  /** Ends the thread where nobody needs it any more. */
  readonly abandon: () => Promise<unknown>;
}

/** What the thread answers, in the order of what it was given. */
type Answer = ReadonlyMap<string, Emitted>;

/** Below this many policies it takes longer to begin a thread than to do without. */
const worthAThread = 24;

/** A thread for so many policies; `undefined` where it would not pay, or where there is no compiled module to run in it. */
export function emissionThread(policies: number): EmissionThread | undefined {
  const isCompiled = import.meta.url.endsWith(".js");
  if (!isCompiled || policies < worthAThread || availableParallelism() < 2) return undefined;
  const worker = new Worker(new URL("./emission-worker.js", import.meta.url));
  const memory: EmissionMemory = new WeakMap();
  const waiting: Policy[] = [];
  worker.on("message", (answer: Answer) => {
    const policy = waiting.shift();
    if (policy !== undefined) memory.set(policy, new Map(answer));
  });
  // A defect shows again, with its stack, where the policy is emitted anew.
  const ended = new Promise<void>((resolve) =>
    worker.on("error", () => resolve()).on("exit", () => resolve()),
  );
  return {
    begin: (item) => {
      waiting.push(item.policy);
      worker.postMessage(item);
    },
    finish: async () => {
      worker.postMessage(undefined);
      await ended;
      return memory;
    },
    abandon: () => worker.terminate(),
  };
}
