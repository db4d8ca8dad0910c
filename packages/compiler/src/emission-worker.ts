/** The second thread of `emission-thread.ts`: it loads neither TypeScript nor the frontend. */
import { parentPort } from "node:worker_threads";
import { emissionsOf, type PolicyDeployment } from "./pipeline.js";

parentPort?.on("message", (item: PolicyDeployment) => parentPort?.postMessage(emissionsOf(item)));
