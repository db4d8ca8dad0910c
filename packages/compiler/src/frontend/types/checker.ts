import { defect } from "@policyc/diagnostics";
import type { ts } from "../typescript.js";

const checkers = new WeakMap<ts.SourceFile, ts.TypeChecker>();

/** The checker of the newest program that a node's file is part of. */
export function checkerOf(node: ts.Node): ts.TypeChecker {
  const file = node.getSourceFile();
  const checker = checkers.get(file);
  return checker ?? defect(`no program has ${file.fileName}`);
}

/** To be called for each new program: its files are asked about with its checker from now on. */
export function answerWith(program: ts.Program): void {
  const checker = program.getTypeChecker();
  for (const file of program.getSourceFiles()) checkers.set(file, checker);
}
