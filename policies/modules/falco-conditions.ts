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
  return leadingWords(condition).filter(
    (word) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(word) && !["and", "or", "not", "exists"].includes(word),
  );
}

/** Fields of events, with what they are asked for: `proc.name`, `proc.aname[2]`; inside a transformer too. */
export function fieldsIn(condition: string): string[] {
  return leadingWords(condition).filter(isField);
}

/** The fields that the text of an alert names: `%proc.name`. */
export function fieldsOfOutput(output: string): string[] {
  return output
    .split("%")
    .slice(1)
    .map((part) => part.split(" ")[0] ?? "")
    .filter(isField);
}

function isField(word: string): boolean {
  return /^[a-z][a-z0-9_]*\.[a-z]/.test(word);
}

/** Where a comparison or a macro begins: at the start, after `and`, `or`, `not` and a parenthesis. */
function leadingWords(condition: string): string[] {
  const words = conditionWords(condition);
  return words.filter((_word, position) => {
    const before = words[position - 1] ?? "and";
    const twoBefore = words[position - 2] ?? "and";
    const isLeading =
      ["and", "or", "not"].includes(before) ||
      (before === "(" && !operators.some((one) => one === twoBefore));
    // `tolower(proc.name)`: what is before a parenthesis changes the field inside.
    const isTransformer = words[position + 1] === "(";
    return isLeading && !isTransformer;
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
