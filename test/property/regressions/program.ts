import { piece, together } from "../programs/piece.js";
import type { Program } from "../programs/program.js";
import type { Regression } from "./regression.js";

/** The parameters of all of them. */
export const params = { repos: ["reg/"], limit: 1, prefix: "a", strict: true, known: { app: "web" } };

export function programOf({ minKubernetes = "1.30", module = "", body }: Regression): Program {
  const source = together("module", [piece("declaration")`${module}`, piece("check")`${body}`]);
  return { kind: "Pod", minKubernetes, operations: ["CREATE", "UPDATE"], source };
}
