import { type Expr, type IntrinsicName, isAsciiText, plainTextOf } from "@policyc/ir";

/** What is asked of a text: anything, or whether it is one of these, or where it holds one. */
export type Asked = "anything" | readonly Question[];

export interface Question {
  readonly text: string;
  readonly isWhole: boolean;
}

export const nothing: Asked = [];

export function both(one: Asked, other: Asked): Asked {
  return one === "anything" || other === "anything" ? "anything" : [...one, ...other];
}

export function equalTo(texts: readonly string[] | undefined): Asked {
  return texts?.map((text) => ({ text, isWhole: true })) ?? "anything";
}

export function holding(texts: readonly string[] | undefined): Asked {
  return texts?.map((text) => ({ text, isWhole: false })) ?? "anything";
}

/** The text at which another one is cut, where it is written out and in ASCII. */
export function cutAt(intrinsic: IntrinsicName, at: Expr | undefined): readonly string[] | undefined {
  if (at?.kind !== "literal" || typeof at.value !== "string") return undefined;
  const text =
    intrinsic === "string.replacePattern" ? plainTextOf(at.value.replace(/^\^|\$$/g, "")) : at.value;
  return text !== undefined && text !== "" && isAsciiText(text) ? [text] : undefined;
}

/**
 * `i` where a text may end in the first half of it, `I` where it is asked for the whole: a text with a dot above is equal to none in ASCII,
 * but OPA forgets the dot.
 */
export function lettersInLowerCase(asked: readonly Question[]): string {
  const withI = asked.filter(({ text }) => text.includes("i"));
  const isPart = withI.some((question) => isTouched(question, "i\u0307"));
  const kelvin = asked.some(({ text }) => text.includes("k"));
  return `${isPart ? "i" : withI.length > 0 ? "I" : ""}${kelvin ? "k" : ""}`;
}

/** Letters outside of ASCII that have letters of it in upper case, as `ß` has `SS` (Unicode, SpecialCasing.txt). */
const withAsciiInUpperCase = [
  ..."\u00df\u0131\u0149\u017f\u01f0\u1e96\u1e97\u1e98\u1e99\u1e9a\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06",
];

export function lettersInUpperCase(asked: readonly Question[]): string {
  return withAsciiInUpperCase
    .filter((letter) => asked.some((question) => isTouched(question, letter.toUpperCase())))
    .join("");
}

/** Whether it makes a difference for the question that these letters are there: where the text holds them, or begins or ends in them. */
function isTouched({ text, isWhole }: Question, letters: string): boolean {
  if (text.includes(letters)) return true;
  if (isWhole) return false;
  const ends = Array.from({ length: letters.length - 1 }, (_, at) => at + 1);
  return (
    letters.includes(text) ||
    ends.some((at) => text.startsWith(letters.slice(at)) || text.endsWith(letters.slice(0, at)))
  );
}
