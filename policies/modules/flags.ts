import type { AnyContainer } from "@policyc/sdk";

/**
 * The long flags that a container is started with, each with what follows it up to the next: `name=value`, or the
 * name, a line end and the next word. What comes before the first flag begins with a line end, so it has no name.
 */
export function flagsOf(container: AnyContainer): string[] {
  const words = [...(container.command ?? []), ...(container.args ?? [])];
  return `\n${words.join("\n")}`.split("\n--");
}

/** The name of one of them; the components of Kubernetes read `_` as `-`. */
export function flagName(flag: string): string {
  const [first = ""] = flag.split("\n");
  const [name = ""] = first.split("=");
  return name.replaceAll("_", "-");
}

/** The value of one of them; empty for a switch. What begins with a dash is no value. */
export function flagArgument(flag: string): string {
  const [first = "", next = ""] = flag.split("\n");
  if (first.includes("=")) return first.slice(first.indexOf("=") + 1);
  return next.startsWith("-") ? "" : next;
}

/**
 * The value that counts: the last, `true` for a switch; absent where the flag is not given, and where it is given
 * empty: a file without a name is not read, and a switch that is neither true nor false stops the component.
 */
export function flagValue(flags: string[], name: string): string | undefined {
  const given = flags.filter((flag) => flagName(flag) === name).at(-1);
  if (given === undefined) return undefined;
  const value = flagArgument(given);
  if (value !== "") return value;
  return isSwitch(given) ? "true" : undefined;
}

/** Does nothing follow it that could be its value, not even an empty word? */
function isSwitch(flag: string): boolean {
  const [first = "", next = "-"] = flag.split("\n");
  return !first.includes("=") && next.startsWith("-");
}

/** The values of a flag that is a list: separated by commas, and collected where it is given several times. */
export function flagValues(flags: string[], name: string): string[] {
  return flags
    .filter((flag) => flagName(flag) === name)
    .map(flagArgument)
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
