/** The second thread of `emission-thread.ts`: it loads neither TypeScript nor the frontend. */
import { parentPort } from "node:worker_threads";
import { type Handover, take } from "./emission-thread.js";
import { emissionsOf } from "./pipeline.js";

parentPort?.on("message", (handed: Handover) => {
  if (take(handed)) parentPort?.postMessage(emissionsOf(handed.item));
});
