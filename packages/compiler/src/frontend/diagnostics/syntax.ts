import { type Diagnostic, defineDiagnostic, type Span } from "@policyc/diagnostics";
import { insteadOf } from "./instead.js";

export const unsupportedSyntax = defineDiagnostic(
  "PC1001",
  "error",
  (construct: string, instead: string) => ({
    message: `${construct} is not part of policy TypeScript`,
    hint: instead,
  }),
);
export function division(span: Span): Diagnostic {
  return unsupportedSyntax(
    span,
    "dividing by what may be zero",
    "use a test before it: `b > 0 ? a / b : 0`; a product: `a > limit * b`; or a number that is written out",
  );
}
export function remainder(span: Span): Diagnostic {
  return unsupportedSyntax(
    span,
    "the remainder of a number that may have a fraction",
    "use whole numbers: parameters of type `Integer`, or `Math.floor(…)`",
  );
}
export function generatorAsValue(span: Span): Diagnostic {
  return unsupportedSyntax(
    span,
    "a generator as a value",
    "use `yield*` for violations, a loop over the call itself for other values, or `[...generator(…)]` for all of them",
  );
}
export function generatorThatReturns(span: Span): Diagnostic {
  return unsupportedSyntax(
    span,
    "a generator that returns a value",
    "use `yield violation(message, object)` and a `return` of nothing, or a function beside the generator for the value",
  );
}
export const looseEquality = defineDiagnostic("PC1012", "error", (operator: string) => ({
  message: `operator \`${operator}\` is not part of policy TypeScript`,
  hint: `use \`${operator}=\`, which never converts types`,
}));
export const nullApart = defineDiagnostic(
  "PC1013",
  "error",
  (text: string, of: string, isThere: boolean) => ({
    message: `\`${text}\` tells \`null\` and \`undefined\` apart, which are one value in a policy`,
    hint: `use \`${of} ${isThere ? "!=" : "=="} null\`, which asks for either`,
  }),
);
export const unknownMethod = defineDiagnostic(
  "PC1020",
  "error",
  (method: string, receiver: string, known: readonly string[]) => ({
    message: `\`${method}\` of ${receiver} is not part of policy TypeScript`,
    hint: insteadOf(method) ?? `use one of ${known.map((name) => `\`${name}\``).join(", ")}`,
  }),
);
export const unknownFunction = defineDiagnostic("PC1021", "error", (text: string) => ({
  message: `\`${text}\` cannot be called in a predicate`,
  hint:
    insteadOf(text) ??
    "use a function of your project, of @policyc/sdk, or a method that docs/language.md lists",
}));
const noNumber = "use a number that is written out, `Number.MAX_SAFE_INTEGER`, or a test for `undefined`";
const insteadOfNames: Readonly<Record<string, string>> = {
  Infinity: noNumber,
  NaN: noNumber,
  Math: "use `Math.min`, `max`, `abs`, `floor`, `ceil`, `round` or `trunc`, which every engine has",
};
export const unknownName = defineDiagnostic("PC1022", "error", (name: string) => ({
  message: `\`${name}\` cannot be read in a predicate`,
  hint: insteadOfNames[name] ?? "use the object, the parameters, the request, a `const`, or a function",
}));
export const wrongArguments = defineDiagnostic("PC1023", "error", (method: string, expected: string) => ({
  message: `\`${method}\` is called in a way that cannot be compiled`,
  hint: expected,
}));
export const callbackNeeded = defineDiagnostic("PC1024", "error", (method: string, given = "") => ({
  message: `\`${method}\` needs an arrow function written in place`,
  hint: `use \`.${method}((item) => ${given === "" ? "…" : `${given}(item)`})\``,
}));
