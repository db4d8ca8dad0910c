import { type ParseArgsConfig, parseArgs } from "node:util";

/** What stands on the command line; of what is no option it says so in a line, and ends with the exit code for wrong input. */
export function optionsOf<const Options extends NonNullable<ParseArgsConfig["options"]>>(options: Options) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    process.stderr.write(`${error.message.split("\n")[0]}\n`);
    process.exit(2);
  }
}
