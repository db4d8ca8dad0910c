import type { Command } from "commander";
import type { ExitCode } from "../exit-code.js";
import type { Session } from "../session.js";

/** Adds a command to the program; its code is loaded when it is run. */
export type AddCommand = (program: Command, session: Session, answer: (code: ExitCode) => void) => void;
