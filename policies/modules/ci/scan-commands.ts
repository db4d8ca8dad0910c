/** A call of an image scanner. */
export interface ScanCommand {
  scanner: string;
  words: string[];
  /** What is scanned, as far as it can be told from options. */
  targets: string[];
}

/** Options of Trivy and Grype that take no value: the word after them is what is scanned. */
const switches: readonly string[] = [
  "--ignore-unfixed",
  "--no-progress",
  "--quiet",
  "--debug",
  "--insecure",
  "--offline-scan",
  "--skip-db-update",
  "--skip-java-db-update",
  "--list-all-pkgs",
  "--dependency-tree",
  "--removed-pkgs",
  "--show-suppressed",
  "--only-fixed",
  "--only-notfixed",
  "--by-cve",
  "--verbose",
  "-q",
  "-d",
  "-v",
];

/** What Grype does beside scanning. */
const subcommands: readonly string[] = ["db", "version", "completion", "config", "explain", "help"];

/** The calls of Trivy (`trivy image`) and Grype in a script that scan something. */
export function scanCommands(script: string): ScanCommand[] {
  return commands(script)
    .map((command) => command.split(" ").filter((word) => word !== ""))
    .flatMap((words) => {
      if (words.some(isTrivy) && words.some((word) => word === "image" || word === "i"))
        return [{ scanner: "trivy", words, targets: operands(words, ["image", "i"]) }];
      return words.some(isGrype) ? [{ scanner: "grype", words, targets: operands(words, []) }] : [];
    })
    .filter(
      ({ words, targets }) =>
        !subcommands.includes(targets[0] ?? "db") || words.some((word) => word.startsWith("--input")),
    );
}

/** The simple commands of a shell script: lines, taken apart at what joins commands, with continued lines joined. */
function commands(script: string): string[] {
  return script
    .replaceAll("\\\n", " ")
    .split("${{ ")
    .join("${{")
    .replaceAll(" }}", "}}")
    .replaceAll('"', "")
    .replaceAll("'", "")
    .replaceAll("&&", "\n")
    .replaceAll("|", "\n")
    .replaceAll(";", "\n")
    .replaceAll(">", "\n")
    .replaceAll("\t", " ")
    .split("\n");
}

/** By name, by path, or as the image of a container. */
function isTrivy(word: string): boolean {
  return /(^|\/)trivy(:[^/]*)?$/.test(word);
}

function isGrype(word: string): boolean {
  return /(^|\/)grype(:[^/]*)?$/.test(word);
}

/** The words after the command that are neither options nor their values. */
function operands(words: readonly string[], commandNames: readonly string[]): string[] {
  return words.filter((word, position) => {
    const before = words[position - 1] ?? "";
    const isValue = before.startsWith("-") && !before.includes("=") && !switches.includes(before);
    const isBehind = words.slice(0, position).some((one) => commandNames.includes(one) || isGrype(one));
    return isBehind && !word.startsWith("-") && !isValue;
  });
}

/** Does the command fail where it finds something? Only if it is told to. */
export function canFail({ scanner, words }: ScanCommand): boolean {
  const option = scanner === "trivy" ? "--exit-code" : "--fail-on";
  return words.some((word, position) => {
    const value = word === option ? (words[position + 1] ?? "") : word.slice(option.length + 1);
    return (word === option || word.startsWith(`${option}=`)) && value !== "0" && value !== "";
  });
}
