import type { AnyContainer } from "@policyc/sdk";

/** A long flag that a program is started with. */
export interface Flag {
  /** The components of Kubernetes read `_` as `-`. */
  name: string;
  /** `true` for a switch, which nothing follows that could be a value, not even an empty word. */
  value: string;
}

/** The long flags that a container is started with. */
export function flagsOf(container: AnyContainer): Flag[] {
  const words = [...(container.command ?? []), ...(container.args ?? [])];
  // What comes before the first flag begins with a line end, so it has no name.
  return `\n${words.join("\n")}`.split("\n--").map(flagOf);
}

/** `name=value`, or the name, a line end and the next word. What begins with a dash is no value. */
function flagOf(text: string): Flag {
  const [first = "", next = "-"] = text.split("\n");
  const [name = ""] = first.split("=");
  const word = next.startsWith("-") ? "true" : next;
  return {
    name: name.replaceAll("_", "-"),
    value: first.includes("=") ? first.slice(first.indexOf("=") + 1) : word,
  };
}

/**
 * The value that counts: the last; empty where the flag is not given, and where it is given empty: a file without a name
 * is not read, and a switch that is neither true nor false stops the component.
 */
export function flagValue(flags: readonly Flag[], name: string): string {
  return flags.findLast((flag) => flag.name === name)?.value ?? "";
}

/** The values of a flag that is a list: separated by commas, and collected where it is given several times. */
export function flagValues(flags: readonly Flag[], name: string): string[] {
  return flags
    .filter((flag) => flag.name === name)
    .map(({ value }) => value)
    .join(",")
    .split(",")
    .filter((value) => value !== "");
}

/** Does the container run this component of the control plane, by the program that it starts or by its image? */
export function runs(container: AnyContainer, component: string): boolean {
  const words = [...(container.command ?? []), ...(container.args ?? [])];
  const [program = ""] = words;
  return (
    program === component ||
    program.endsWith(`/${component}`) ||
    (container.image ?? "").includes(`/${component}:`) ||
    (container.image ?? "").includes(`/${component}@`)
  );
}
