import { controlsFormats, frameworks, oneOf, someOf } from "../arguments.js";
import { controlsExamples } from "../help.js";
import type { AddCommand } from "./add-command.js";

interface ControlsFlags {
  readonly config?: string;
  readonly library?: boolean;
  readonly framework?: readonly (typeof frameworks)[number][];
  readonly kubeBench?: string;
  readonly format?: (typeof controlsFormats)[number];
}

/** `policyc controls`. */
export const addControls: AddCommand = (program, session, answer) => {
  program
    .command("controls")
    .summary("show what the policies cover of the standards")
    .description(
      "Show which controls of the standards the policies serve, which no manifest can show, and who checks those.",
    )
    .option("-c, --config <file>", "policyc.yaml to use (default: the nearest one upwards)")
    .option("-l, --library", "measure the built-in library, also where the project has policies")
    .option(
      "--framework <frameworks>",
      `only these (${frameworks.join(", ")}; default: all)`,
      someOf(frameworks),
    )
    .option("--kube-bench <report>", "fill in what `kube-bench run --json` found on the nodes")
    .option(
      "-f, --format <format>",
      `how to report (${controlsFormats.join(", ")}; default: table)`,
      oneOf(controlsFormats),
    )
    .addHelpText("after", controlsExamples)
    .action(async ({ framework = [], format = "table", ...flags }: ControlsFlags) => {
      const { showControls } = await import("../commands/controls.js");
      answer(await showControls({ ...flags, frameworks: framework, format }, session));
    });
};
