import { checkFormats, engines, oneOf, someOf, words } from "../arguments.js";
import { severities } from "../check/severity.js";
import { checkExamples } from "../help.js";
import type { AddCommand } from "./add-command.js";

interface CheckFlags {
  readonly config?: string;
  readonly env?: string;
  readonly library?: boolean;
  readonly pack?: readonly string[];
  readonly policy?: readonly string[];
  readonly engine?: readonly (typeof engines)[number][];
  readonly format?: (typeof checkFormats)[number];
  readonly failOn?: (typeof severities)[number];
}

/** `policyc check`. */
export const addCheck: AddCommand = (program, session, answer) => {
  program
    .command("check")
    .summary("look for violations in manifests and documents")
    .description(
      "Evaluate manifests and documents against the policies of the project, or against the built-in library, as policyc.yaml configures it, where the project has none.",
    )
    .argument("<paths...>", "files, folders, or - for stdin: YAML and JSON of any number of documents")
    .option("-c, --config <file>", "policyc.yaml to use (default: the nearest one upwards)")
    .option("-e, --env <name>", "environment of policyc.yaml to check against")
    .option("-l, --library", "use the built-in library, also where the project has policies")
    .option("-p, --pack <packs>", "only the policies of these packs", words)
    .option("--policy <policies>", "only these policies", words)
    .option(
      "--engine <engines>",
      `who evaluates (${engines.join(", ")}); several must agree (default: js,wasm)`,
      someOf(engines),
    )
    .option("-f, --format <format>", `how to report (${checkFormats.join(", ")})`, oneOf(checkFormats))
    .option(
      "--fail-on <severity>",
      `the mildest violation that exits 1 (${severities.join(", ")})`,
      oneOf(severities),
    )
    .addHelpText("after", checkExamples)
    .action(async (paths: readonly string[], flags: CheckFlags) => {
      const { check } = await import("../commands/check.js");
      const { pack, policy, engine = ["js", "wasm"], format = "pretty", failOn = "low", ...rest } = flags;
      const selection = {
        ...(pack === undefined ? {} : { packs: pack }),
        ...(policy === undefined ? {} : { policies: policy }),
      };
      answer(await check({ ...rest, ...selection, paths, engine, format, failOn }, session));
    });
};
