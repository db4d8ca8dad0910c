import { setTimeout as pause } from "node:timers/promises";
import { runCommand } from "../command.js";

/**
 * `kubectl apply -k`, as the documentation tells a user to do it: again, until the kinds of the constraints are there.
 *
 * @returns how often it took
 */
export async function applyFolder(kubectl: string, kubeconfig: string, folder: string): Promise<number> {
  for (let times = 1; ; times += 1) {
    const applied = await runCommand(kubectl, [
      `--kubeconfig=${kubeconfig}`,
      "apply",
      "--server-side",
      "-k",
      folder,
    ]);
    if (applied.code === 0) return times;
    const waits = applied.stderr.includes("no matches for kind");
    if (!waits || times === 20) throw new Error(`kubectl apply -k ${folder}: ${applied.stderr.trim()}`);
    await pause(1000);
  }
}
