import { engines, regularExpression, someOf } from "../arguments.js";
import { testExamples } from "../help.js";
import type { AddCommand } from "./add-command.js";

interface TestFlags {
  readonly config?: string;
  readonly engine?: readonly (typeof engines)[number][];
  readonly run?: RegExp;
  readonly json?: boolean;
}

/** `policyc test`. */
export const addTest: AddCommand = (program, session, answer) => {
  program
    .command("test")
    .summary("run the suites of the policies")
    .description(
      "Run the suites of the policies (suite.yaml beside policy.ts), and Gatekeeper's own Suite files.",
    )
    .argument("[paths...]", "suites, or folders to look for suites in (default: the project's policies)")
    .option("-c, --config <file>", "policyc.yaml to use (default: the nearest one upwards)")
    .option(
      "--engine <engines>",
      `who evaluates (${engines.join(", ")}); several must agree (default: js,wasm)`,
      someOf(engines),
    )
    .option("-r, --run <regex>", "only the cases whose name matches", regularExpression)
    .option("--json", "print the results as JSON")
    .addHelpText("after", testExamples)
    .action(async (paths: readonly string[], flags: TestFlags) => {
      const { test } = await import("../commands/test.js");
      answer(await test({ ...flags, engine: flags.engine ?? ["js", "wasm"], paths }, session));
    });
};
