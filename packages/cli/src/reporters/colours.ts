import type { Paint } from "@policyc/diagnostics";
import pico from "picocolors";

/** The few colours that policyc knows; the identity where there is no terminal. */
export interface Colours extends Paint {
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly careful: (text: string) => string;
}

/** A stream that is perhaps a terminal. */
export interface Stream {
  readonly isTTY?: boolean;
}

/** Colours only on a terminal, and never where NO_COLOR or a dumb terminal asks for none (https://no-color.org). */
export function coloursFor(stream: Stream, env: Readonly<Record<string, string | undefined>>): Colours {
  const refused = (env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb";
  const { red, yellow, green, dim, bold } = pico.createColors(stream.isTTY === true && !refused);
  return {
    good: green,
    bad: red,
    careful: yellow,
    faint: dim,
    strong: bold,
    severity: (text, severity) => bold(severity === "error" ? red(text) : yellow(text)),
  };
}
