import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import {
  type EmissionMemory,
  type Emitted,
  emissionsOf,
  isEmitted,
  type PolicyDeployment,
} from "./pipeline.js";

/** A second thread that emits policies while the first still reads others. */
export interface EmissionThread {
  /** Hands a policy over, as it is deployed. */
  readonly begin: (item: PolicyDeployment) => void;
  /**
   * What became of all of them, for `emitPolicies`: of those that the second thread has not begun, the first emits the
   * last ones meanwhile. What went wrong there is missing, and done anew.
   */
  readonly answers: () => Promise<EmissionMemory>;
  /** Nobody needs it any more; what it still works on is lost. */
  readonly end: () => void;
}

/** A policy for whoever takes it first. */
export interface Handover {
  readonly item: PolicyDeployment;
  readonly taken: Int32Array;
}

/** Whether nobody has taken it before. */
export function take({ taken }: Handover): boolean {
  return Atomics.exchange(taken, 0, 1) === 0;
}

/** What the thread answers, in the order of what it was given, and has taken. */
type Answer = ReadonlyMap<string, Emitted>;

/** Below this many policies it takes longer to begin a thread than to do without. */
const worthAThread = 24;

/** A thread for so many policies; `undefined` where it would not pay, or where there is no compiled module to run in it. */
export function emissionThread(policies: number): EmissionThread | undefined {
  const isCompiled = import.meta.url.endsWith(".js");
  if (!isCompiled || policies < worthAThread || availableParallelism() < 2) return undefined;
  const worker = new Worker(new URL("./emission-worker.js", import.meta.url));
  const memory: EmissionMemory = new WeakMap();
  const waiting: Handover[] = [];
  let isOver = false;
  let wake: (() => void) | undefined;
  worker.on("message", (answer: Answer) => {
    const handed = waiting.shift();
    if (handed !== undefined) memory.set(handed.item.policy, new Map(answer));
    if (waiting.length === 0) wake?.();
  });
  // A defect shows again, with its stack, where the policy is emitted anew.
  const over = (): void => {
    isOver = true;
    wake?.();
  };
  worker.on("error", over).on("exit", over);
  // Where the first thread fails, nobody is left to end this one: the process waits for it only where answers are awaited.
  worker.unref();
  const emitLast = (): void => {
    for (const handed of [...waiting].reverse()) {
      if (!take(handed)) continue;
      waiting.splice(waiting.indexOf(handed), 1);
      memory.set(handed.item.policy, emissionsOf(handed.item));
    }
  };
  return {
    begin: (item) => {
      if (isEmitted(item, memory)) return;
      const handed = { item, taken: new Int32Array(new SharedArrayBuffer(4)) };
      waiting.push(handed);
      worker.postMessage(handed);
    },
    answers: async () => {
      emitLast();
      if (waiting.length > 0 && !isOver) {
        worker.ref();
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        worker.unref();
      }
      return memory;
    },
    end: () => {
      void worker.terminate();
    },
  };
}
