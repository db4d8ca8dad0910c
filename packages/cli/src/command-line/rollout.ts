import { oneOf, rolloutKeys, words } from "../arguments.js";
import { rolloutExamples } from "../help.js";
import type { AddCommand } from "./add-command.js";

interface RolloutFlags {
  readonly config?: string;
  readonly library?: boolean;
  readonly pack?: readonly string[];
  readonly sort?: (typeof rolloutKeys)[number];
  readonly json?: boolean;
}

/** `policyc rollout`. */
export const addRollout: AddCommand = (program, session, answer) => {
  program
    .command("rollout")
    .summary("order the policies by what adopting them takes and brings")
    .description("Show the policies in the order in which to adopt them: most effect for least effort first.")
    .option("-c, --config <file>", "policyc.yaml to use (default: the nearest one upwards)")
    .option("-l, --library", "the built-in library, also where the project has policies")
    .option("-p, --pack <packs>", "only the policies of these packs", words)
    .option(
      "--sort <by>",
      `by one thing (${rolloutKeys.join(", ")}; default: effect against effort)`,
      oneOf(rolloutKeys),
    )
    .option("--json", "print them as JSON")
    .addHelpText("after", rolloutExamples)
    .action(async ({ pack, ...flags }: RolloutFlags) => {
      const { rollout } = await import("../commands/rollout.js");
      answer(await rollout({ ...flags, ...(pack === undefined ? {} : { packs: pack }) }, session));
    });
};
