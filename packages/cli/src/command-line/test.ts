import { Option } from "commander";
import { engines, oneOf, regularExpression, someOf, testFormats } from "../arguments.js";
import { testExamples } from "../help.js";
import type { AddCommand } from "./add-command.js";

interface TestFlags {
  readonly config?: string;
  readonly engine?: readonly (typeof engines)[number][];
  readonly run?: RegExp;
  readonly format?: (typeof testFormats)[number];
  readonly json?: boolean;
  readonly watch?: boolean;
}

/** `policyc test`. */
export const addTest: AddCommand = (program, session, answer) => {
  program
    .command("test")
    .summary("run the suites of the policies")
    .description(
      "Run the suites of the policies (suite.yaml beside policy.ts), and the Suite files of Gatekeeper and Test files of Kyverno below the given paths.",
    )
    .argument("[paths...]", "suites, or folders to look for suites in (default: the project's policies)")
    .option("-c, --config <file>", "policyc.yaml to use (default: the nearest one upwards)")
    .option(
      "--engine <engines>",
      `who evaluates (${engines.join(", ")}); several must agree (default: js,wasm)`,
      someOf(engines),
    )
    .option("-r, --run <regex>", "only the cases whose name matches", regularExpression)
    .option(
      "-f, --format <format>",
      `how to report (${testFormats.join(", ")}; default: pretty)`,
      oneOf(testFormats),
    )
    .option("--json", "the same as --format json")
    .addOption(
      new Option(
        "-w, --watch",
        "run again the cases that a change concerns, and those that failed, until Ctrl-C",
      ).conflicts(["format", "json"]),
    )
    .addHelpText("after", testExamples)
    .action(async (paths: readonly string[], { json, watch, ...flags }: TestFlags) => {
      const format = flags.format ?? (json === true ? "json" : "pretty");
      const options = { ...flags, format, engine: flags.engine ?? (["js", "wasm"] as const), paths };
      if (watch === true) {
        const { watchTest } = await import("../commands/watch-test.js");
        answer(await watchTest(options, session));
      } else {
        const { test } = await import("../commands/test.js");
        answer(await test(options, session));
      }
    });
};
