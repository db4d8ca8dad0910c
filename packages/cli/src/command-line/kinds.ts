import { kindsExamples } from "../help.js";
import type { AddCommand } from "./add-command.js";

interface KindsFlags {
  readonly out?: string;
  readonly served?: string;
}

/** `policyc kinds`. */
export const addKinds: AddCommand = (program, session, answer) => {
  program
    .command("kinds")
    .summary("make kind tokens and types from CRDs")
    .description("Make TypeScript modules with a kind token and types from CustomResourceDefinitions.")
    .argument("<crds...>", "YAML files with CustomResourceDefinitions, or - for stdin")
    .option("-o, --out <folder>", "write a module a kind into this folder (default: print them)")
    .option("--served <version>", "the version to read (default: the most stable one that is served)")
    .addHelpText("after", kindsExamples)
    .action(async (files: readonly string[], flags: KindsFlags) => {
      const { kinds } = await import("../commands/kinds.js");
      answer(await kinds({ ...flags, files }, session));
    });
};
