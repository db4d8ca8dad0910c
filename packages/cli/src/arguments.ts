import type { Stage, TargetName } from "@policyc/compiler";
import type { EngineName } from "@policyc/testing";
import { InvalidArgumentError } from "commander";

// Written out, so that `--help` need not load the compiler; program.test.ts holds them against the real lists.
export const targets = [
  "gatekeeper",
  "kyverno",
  "kyverno-vpol",
  "vap",
] as const satisfies readonly TargetName[];
export const stages = ["audit", "warn", "enforce"] as const satisfies readonly Stage[];
export const engines = ["js", "wasm", "opa", "cel", "all"] as const satisfies readonly (EngineName | "all")[];

/** An option that takes some of a few words: `--target vap,kyverno`, or the option again. */
export function someOf<Word extends string>(
  words: readonly Word[],
): (text: string, before: readonly Word[] | undefined) => readonly Word[] {
  return (text, before = []) => [...before, ...text.split(",").map((word) => oneOf(words)(word.trim()))];
}

/** An option that takes one of a few words. */
export function oneOf<Word extends string>(words: readonly Word[]): (text: string) => Word {
  return (text) => {
    const word = words.find((candidate) => candidate === text);
    if (word === undefined) throw new InvalidArgumentError(`Allowed choices are ${words.join(", ")}.`);
    return word;
  };
}

export function regularExpression(text: string): RegExp {
  try {
    return new RegExp(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}
