import type fc from "fast-check";
import { type Choose, made } from "../choose.js";
import { piece, together } from "../programs/piece.js";
import type { Program } from "../programs/program.js";
import { written } from "./write.js";

/** Policies about Pods of small expressions in ordinary statements, of which TypeScript says whether they make sense. */
export const sketches: fc.Arbitrary<Program> = made(sketchOf);

function sketchOf(choose: Choose): Program {
  let last = 0;
  const next = (): number => ++last;
  const inputs = ["object:pod", "oldObject:pod?", "params:params"].filter(
    (_, at) => at === 0 || choose.often(25),
  );
  const names = inputs.map((one) => ({ text: one.replace(/:.*/, ""), sort: one.replace(/.*:/, "") }));
  const check = written("check", { choose, names, depth: choose.among([2, 2, 3, 3, 4]), next });
  return {
    kind: "Pod",
    minKubernetes: choose.among(["1.30", "1.33", "1.35", "1.37", "1.37"]),
    operations: ["CREATE", "UPDATE"],
    source: together("module", [piece("declaration")`${constants}`, piece("check")`${check}`]),
  };
}

const constants =
  'const allowed: readonly string[] = ["a", "web"]; const known: { [key: string]: string } = { a: "web", app: "a" };';
