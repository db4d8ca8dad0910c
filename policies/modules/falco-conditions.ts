/** The words of a condition: quoted text is one word `""`, parentheses, commas and operators stand alone. */
export function conditionWords(condition: string): string[] {
  return withoutQuoted(withoutQuoted(condition, '"'), "'")
    .replaceAll("(", " ( ")
    .replaceAll(")", " ) ")
    .replaceAll(",", " , ")
    .replaceAll("!=", " != ")
    .replaceAll("=", " = ")
    .replaceAll("<", " < ")
    .replaceAll(">", " > ")
    .replaceAll("\n", " ")
    .replaceAll("\t", " ")
    .split(" ")
    .filter((word) => word !== "");
}

function withoutQuoted(text: string, quote: string): string {
  return text
    .split(quote)
    .map((part, position) => (position % 2 === 0 ? part : ' "" '))
    .join("");
}

const operators = ["in", "intersects", "pmatch"] as const;

/** Words that stand where something must be true, and are neither fields (`proc.name`) nor operators: macros. */
export function macrosIn(condition: string): string[] {
  const words = conditionWords(condition);
  return words.filter((word, position) => {
    const before = words[position - 1] ?? "and";
    const twoBefore = words[position - 2] ?? "and";
    const isCondition =
      ["and", "or", "not"].includes(before) ||
      (before === "(" && !operators.some((one) => one === twoBefore));
    return (
      isCondition && /^[A-Za-z_][A-Za-z0-9_]*$/.test(word) && !["and", "or", "not", "exists"].includes(word)
    );
  });
}

/** Words between the parentheses of `in ( … )` that are called as lists are: values have no such names. */
export function listsIn(words: string[]): string[] {
  return words.filter((word, position) => {
    const before = words[position - 1] ?? "";
    return (
      (before === "," || before === "(") &&
      /^[a-z0-9]+(_[a-z0-9]+)*_(binaries|programs|processes|list|images|ports|dirs|directories|files|paths|names|users|namespaces)$/.test(
        word,
      )
    );
  });
}
