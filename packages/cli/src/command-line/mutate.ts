import { words } from "../arguments.js";
import { mutateExamples } from "../help.js";
import type { AddCommand } from "./add-command.js";

interface MutateFlags {
  readonly config?: string;
  readonly pack?: readonly string[];
  readonly json?: boolean;
}

/** `policyc mutate`. */
export const addMutate: AddCommand = (program, session, answer) => {
  program
    .command("mutate")
    .summary("find conditions that no case of a suite tests")
    .description(
      "Change one condition of a policy at a time and run its suite: a change that no case notices survives.",
    )
    .argument("[policies...]", "names of policies (default: all)")
    .option("-c, --config <file>", "policyc.yaml to use (default: the nearest one upwards)")
    .option("-p, --pack <packs>", "only the policies of these packs", words)
    .option("--json", "print the survivors as JSON")
    .addHelpText("after", mutateExamples)
    .action(async (only: readonly string[], { pack, ...flags }: MutateFlags) => {
      const { mutate } = await import("../commands/mutate.js");
      answer(await mutate({ ...flags, ...(pack === undefined ? {} : { packs: pack }), only }, session));
    });
};
