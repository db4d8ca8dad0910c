import { initExamples } from "../help.js";
import type { AddCommand } from "./add-command.js";

/** `policyc init`. */
export const addInit: AddCommand = (program, session, answer) => {
  program
    .command("init")
    .summary("start a project")
    .description("Write a project with one tested policy. Files that are there already stay as they are.")
    .argument("[folder]", "where (default: here)")
    .addHelpText("after", initExamples)
    .action(async (folder: string | undefined) => {
      const { init } = await import("../commands/init.js");
      answer(await init(folder ?? ".", session));
    });
};
