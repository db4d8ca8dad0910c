import { Defect } from "@policyc/diagnostics";
import { Command, CommanderError } from "commander";
import { addBuild } from "./command-line/build.js";
import { addCheck } from "./command-line/check.js";
import { addControls } from "./command-line/controls.js";
import { addExplain } from "./command-line/explain.js";
import { addInit } from "./command-line/init.js";
import { addKinds } from "./command-line/kinds.js";
import { addLevels } from "./command-line/levels.js";
import { addMutate } from "./command-line/mutate.js";
import { addRollout } from "./command-line/rollout.js";
import { addTest } from "./command-line/test.js";
import { type ExitCode, exitCode } from "./exit-code.js";
import { overview } from "./help.js";
import { suggest } from "./project/suggest.js";
import type { Session } from "./session.js";
import { type Surroundings, sessionOn } from "./surroundings.js";
import { versionText } from "./version.js";

/** In the order in which help shows them. */
const commands = [
  addInit,
  addBuild,
  addTest,
  addCheck,
  addLevels,
  addMutate,
  addControls,
  addRollout,
  addKinds,
  addExplain,
] as const;

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
    .helpCommand("help [command]", "everything about a command")
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
  for (const add of commands) add(program, session, answer);
  return program;
}

function unknownCommand(name: string, known: readonly string[]): string {
  const near = suggest(name, known);
  return `error: unknown command '${name}'${near === undefined ? "" : `\n(Did you mean ${near}?)`}`;
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
