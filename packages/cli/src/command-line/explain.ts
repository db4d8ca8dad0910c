import { explainExamples } from "../help.js";
import type { AddCommand } from "./add-command.js";

/** `policyc explain`. */
export const addExplain: AddCommand = (program, session, answer) => {
  program
    .command("explain")
    .summary("explain a diagnostic")
    .description("Print the page of a diagnostic: what is wrong, what is right, and why.")
    .argument("<code>", "e.g. PC1012")
    .addHelpText("after", explainExamples)
    .action(async (code: string) => {
      const { explain } = await import("../commands/explain.js");
      answer(await explain(code, session));
    });
};
