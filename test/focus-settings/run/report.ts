import { textOf } from "../programs/piece.js";
import type { Finding } from "./shrink.js";

/** What each engine said, and the finding as an entry of `regressions`. */
export function report({ program, case: asked, params, divergence }: Finding): string {
  const pieces = program.source.parts.filter((part) => typeof part !== "string").map(textOf);
  const declarations = pieces.slice(0, -1).filter((text) => text.trim() !== "");
  const entry = [
    "  {",
    `    says: "…",`,
    `    kind: "${program.kind}",`,
    ...(program.minKubernetes === "1.30" ? [] : [`    minKubernetes: "${program.minKubernetes}",`]),
    ...(declarations.length === 0 ? [] : [`    module: ${literal(declarations.join("\n"))},`]),
    `    body: ${literal((pieces.at(-1) ?? "").replace(/\n\s*\n/g, "\n").trim())},`,
    ...(asked === undefined ? [] : [`    cases: [${JSON.stringify(asked)}],`]),
    "  },",
    ...(/params/.test(pieces.join()) ? [`with the parameters ${JSON.stringify(params)}`] : []),
  ];
  return `${divergence.kind}\n${divergence.text}\n\n${entry.join("\n")}`;
}

/** As a text of TypeScript. */
function literal(text: string): string {
  return JSON.stringify(text);
}
