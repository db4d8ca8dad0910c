import type { Stage, TargetName } from "@policyc/compiler";
import type { EngineName } from "@policyc/testing";
import { InvalidArgumentError } from "commander";
import type { TestFormat } from "./commands/test.js";
import type { Framework } from "./controls/standards/index.js";
import type { Level } from "./levels/level.js";
import type { CheckFormat } from "./reporters/check/index.js";
import type { ControlsFormat } from "./reporters/controls.js";
import type { LevelsFormat } from "./reporters/levels/index.js";
import type { RolloutKey } from "./rollout/order.js";

// Written out, so that `--help` need not load the compiler; program.test.ts holds them against the real lists.
export const targets = [
  "gatekeeper",
  "kyverno",
  "kyverno-vpol",
  "vap",
] as const satisfies readonly TargetName[];
export const stages = ["audit", "warn", "enforce"] as const satisfies readonly Stage[];
export const engines = ["js", "wasm", "opa", "cel", "all"] as const satisfies readonly (EngineName | "all")[];

export const testFormats = ["pretty", "json", "junit", "github"] as const satisfies readonly TestFormat[];
export const checkFormats = ["pretty", "json", "sarif"] as const satisfies readonly CheckFormat[];

export const podSecurityLevels = ["privileged", "baseline", "restricted"] as const satisfies readonly Level[];
export const levelsFormats = ["pretty", "json"] as const satisfies readonly LevelsFormat[];

/** The version of a standard, as the labels of a namespace say it. */
export function standardVersion(text: string): string {
  if (!/^(latest|v1\.(0|[1-9][0-9]*))$/.test(text))
    throw new InvalidArgumentError("It is latest, or a version like v1.31.");
  return text;
}

export const frameworks = [
  "cis",
  "nsa",
  "pss",
  "nist",
  "owasp",
  "mitre",
] as const satisfies readonly Framework[];
export const controlsFormats = ["table", "json", "markdown"] as const satisfies readonly ControlsFormat[];

export const rolloutKeys = ["effect", "difficulty", "load"] as const satisfies readonly RolloutKey[];

/** An option that takes names: `--pack rbac,images`, or the option again. */
export function words(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...text.split(",").map((word) => word.trim())];
}

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
