import { Option } from "commander";
import { oneOf, someOf, stages, targets } from "../arguments.js";
import { buildExamples } from "../help.js";
import { optimiseLess } from "../optimise-less.js";
import type { AddCommand } from "./add-command.js";

interface BuildFlags {
  readonly config?: string;
  readonly env?: string;
  readonly out?: string;
  readonly target?: readonly (typeof targets)[number][];
  readonly stage?: (typeof stages)[number];
  readonly check?: boolean;
  readonly verify?: boolean;
  readonly timings?: boolean;
  readonly watch?: boolean;
}

/** `policyc build`. */
export const addBuild: AddCommand = (program, session, answer) => {
  program
    .command("build")
    .summary("compile the policies into manifests")
    .description("Compile the policies into manifests. Nothing is written where anything is wrong.")
    .argument("[policies...]", "names of policies (default: all)")
    .option("-c, --config <file>", "policyc.yaml to use (default: the nearest one upwards)")
    .option("-e, --env <name>", "environment of policyc.yaml to build for")
    .option("-o, --out <folder>", "where to write (default: `out` of policyc.yaml, or dist)")
    .option(
      "-t, --target <targets>",
      `write manifests for these engines only (${targets.join(", ")})`,
      someOf(targets),
    )
    .option("-s, --stage <stage>", `deploy every policy at this stage (${stages.join(", ")})`, oneOf(stages))
    .option("--check", "write nothing; exit 1 if a build would change a file")
    .option("--verify", "let OPA and Kubernetes' CEL check the manifests before they are written")
    .option("--timings", "tell how long each step took")
    .addOption(
      new Option(
        "-w, --watch",
        "build again what a change concerns, until Ctrl-C; errors are told, and can be mended",
      ).conflicts(["check", "timings"]),
    )
    .addHelpText("after", buildExamples)
    .action(async (only: readonly string[], flags: BuildFlags) => {
      const { target, watch, ...rest } = flags;
      const options = { ...rest, ...(target === undefined ? {} : { targets: target }), only };
      optimiseLess();
      if (watch === true) {
        const { watchBuild } = await import("../commands/watch-build.js");
        answer(await watchBuild(options, session));
      } else {
        const { build } = await import("../commands/build.js");
        answer(await build(options, session));
      }
    });
};
