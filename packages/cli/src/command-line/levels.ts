import { levelsFormats, oneOf, podSecurityLevels, someOf, standardVersion } from "../arguments.js";
import { levelsExamples } from "../help.js";
import type { AddCommand } from "./add-command.js";

interface LevelsFlags {
  readonly standard?: string;
  readonly engine?: readonly ("js" | "wasm")[];
  readonly format?: (typeof levelsFormats)[number];
  readonly require?: (typeof podSecurityLevels)[number];
}

/** `policyc levels`. */
export const addLevels: AddCommand = (program, session, answer) => {
  program
    .command("levels")
    .summary("tell which level of the Pod Security Standards each namespace meets")
    .description(
      "Tell which level of the Pod Security Standards the workloads of each namespace meet, and what keeps them from the next.",
    )
    .argument("<paths...>", "files, folders, or - for stdin: YAML and JSON of any number of documents")
    .option(
      "-s, --standard <version>",
      "the standards of a Kubernetes, e.g. v1.31",
      standardVersion,
      "latest",
    )
    .option("--engine <engines>", "who evaluates (js, wasm) (default: js,wasm)", someOf(["js", "wasm"]))
    .option("-f, --format <format>", `how to report (${levelsFormats.join(", ")})`, oneOf(levelsFormats))
    .option(
      "-r, --require <level>",
      `exit 1 where a namespace does not meet it (${podSecurityLevels.join(", ")})`,
      oneOf(podSecurityLevels),
    )
    .addHelpText("after", levelsExamples)
    .action(async (paths: readonly string[], flags: LevelsFlags) => {
      const { levels } = await import("../commands/levels.js");
      const { standard = "latest", engine = ["js", "wasm"], format = "pretty", ...rest } = flags;
      answer(await levels({ ...rest, paths, standard, engine, format }, session));
    });
};
