/** The second thread of `emission-thread.ts`: it loads neither TypeScript nor the frontend. */
import { parentPort } from "node:worker_threads";
import { emissionsOf, type PolicyDeployment } from "./pipeline.js";

/** Nothing more comes after `undefined`. */
parentPort?.on("message", (item: PolicyDeployment | undefined) =>
  item === undefined ? parentPort?.close() : parentPort?.postMessage(emissionsOf(item)),
);
