import { Defect } from "@policyc/diagnostics";
import { Command, CommanderError } from "commander";
import { engines, oneOf, regularExpression, someOf, stages, targets } from "./arguments.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import { buildExamples, overview, testExamples } from "./help.js";
import { suggest } from "./project/suggest.js";
import type { Session } from "./session.js";
import { type Surroundings, sessionOn } from "./surroundings.js";
import { versionText } from "./version.js";

/** Runs a command line, from arguments to exit code. */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const session = sessionOn(surroundings);
  let answer: ExitCode = exitCode.fine;
  const program = programFor(session, (code) => {
    answer = code;
  });
  try {
    await program.parseAsync([...argv]);
    return answer;
  } catch (error) {
    session.progress.end();
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.fine : exitCode.wrongInput;
    session.say(defectReport(error, argv.slice(2)));
    return exitCode.wrongInput;
  }
}

function programFor(session: Session, answer: (code: ExitCode) => void): Command {
  const program = new Command("policyc")
    .description(
      "Kubernetes policies as typed TypeScript, for Gatekeeper, Kyverno and ValidatingAdmissionPolicy.",
    )
    .exitOverride()
    .configureOutput({ writeOut: session.print, writeErr: session.say })
    .showHelpAfterError("(`policyc --help` shows the commands)")
    .option("-V, --version", "print the versions of policyc and of the engines inside")
    .addHelpText("after", overview)
    .argument("[command]")
    .helpOption("-h, --help", "show this help")
    .usage("<command> [options]")
    .action(async (command: string | undefined, flags: { readonly version?: boolean }) => {
      if (flags.version === true) session.print(await versionText());
      else if (command === undefined) program.help({ error: true });
      else
        program.error(
          unknownCommand(
            command,
            program.commands.map((known) => known.name()),
          ),
        );
    });
  addBuild(program, session, answer);
  addTest(program, session, answer);
  return program;
}

function unknownCommand(name: string, known: readonly string[]): string {
  const near = suggest(name, known);
  return `error: unknown command '${name}'${near === undefined ? "" : `\n(Did you mean ${near}?)`}`;
}

interface BuildFlags {
  readonly config?: string;
  readonly env?: string;
  readonly out?: string;
  readonly target?: readonly (typeof targets)[number][];
  readonly stage?: (typeof stages)[number];
  readonly check?: boolean;
  readonly timings?: boolean;
}

function addBuild(program: Command, session: Session, answer: (code: ExitCode) => void): void {
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
    .option("--timings", "tell how long each step took")
    .addHelpText("after", buildExamples)
    .action(async (only: readonly string[], flags: BuildFlags) => {
      const { build } = await import("./commands/build.js");
      const { target, ...rest } = flags;
      answer(await build({ ...rest, ...(target === undefined ? {} : { targets: target }), only }, session));
    });
}

interface TestFlags {
  readonly config?: string;
  readonly engine?: readonly (typeof engines)[number][];
  readonly run?: RegExp;
  readonly json?: boolean;
}

function addTest(program: Command, session: Session, answer: (code: ExitCode) => void): void {
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
      const { test } = await import("./commands/test.js");
      answer(await test({ ...flags, engine: flags.engine ?? ["js", "wasm"], paths }, session));
    });
}

/** Never what a user wrote is to blame here, so this is the one place that shows a stack. */
function defectReport(error: unknown, args: readonly string[]): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const kind = error instanceof Defect ? "defect" : "unexpected failure";
  return [
    `error PC9000: ${kind} in policyc, please report it at https://github.com/policyc/policyc/issues`,
    `  with the policy and this command: policyc ${args.join(" ")}`,
    stack,
    "",
  ].join("\n");
}
