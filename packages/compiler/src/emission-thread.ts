import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Policy } from "@policyc/ir";
import { type EmissionMemory, type Emitted, isEmitted, type PolicyDeployment } from "./pipeline.js";

/** A second thread that emits policies while the first still reads others. */
export interface EmissionThread {
  /** Hands a policy over, as it is deployed. */
  readonly begin: (item: PolicyDeployment) => void;
  /** What became of all of them, for `emitPolicies`. What went wrong there is missing, and done anew. */
  readonly answers: () => Promise<EmissionMemory>;
  /** Nobody needs it any more; what it still works on is lost. */
  readonly end: () => void;
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
  let isOver = false;
  let wake: (() => void) | undefined;
  worker.on("message", (answer: Answer) => {
    const policy = waiting.shift();
    if (policy !== undefined) memory.set(policy, new Map(answer));
    if (waiting.length === 0) wake?.();
  });
  // A defect shows again, with its stack, where the policy is emitted anew.
  const over = (): void => {
    isOver = true;
    wake?.();
  };
  worker.on("error", over).on("exit", over);
  return {
    begin: (item) => {
      if (isEmitted(item, memory)) return;
      waiting.push(item.policy);
      worker.postMessage(item);
    },
    answers: async () => {
      if (waiting.length > 0 && !isOver)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      return memory;
    },
    end: () => {
      void worker.terminate();
    },
  };
}
