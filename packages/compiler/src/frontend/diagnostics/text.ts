import { defineDiagnostic } from "@policyc/diagnostics";

export const unprintable = defineDiagnostic("PC1301", "error", (type: string) => ({
  message: `a value of type \`${type}\` cannot stand in text`,
  hint: 'use `.join(", ")` on a list, and a field of an object',
}));
export const unitLength = defineDiagnostic("PC1302", "error", (length: string, text: string) => ({
  message: `\`${length}\` counts UTF-16 units in JavaScript, and the engines count characters`,
  hint: `use \`codePointLength(${text.replace(/\?$/, "")})\` of @policyc/sdk`,
}));
export const unitPosition = defineDiagnostic("PC1304", "warning", (called: string, text: string) => ({
  message: `\`${called}\` counts UTF-16 units in JavaScript, and the engines count characters`,
  hint: `use \`codePointSlice(${text}, …)\` of @policyc/sdk where the text may hold an emoji, or test it before: \`startsWith\`, \`endsWith\`, a regular expression`,
}));
export const unitPadding = defineDiagnostic("PC1304", "warning", (called: string, text: string) => ({
  message: `\`${called}\` counts UTF-16 units in JavaScript, and the engines count characters`,
  hint: `use a test before it that leaves out an emoji: \`/^[ -~]*$/.test(${text})\``,
}));
export const unitOrder = defineDiagnostic("PC1304", "warning", (called: string) => ({
  message: `\`${called}\` orders by UTF-16 units in JavaScript, and the engines by characters`,
  hint: "use `sorted(list)` of @policyc/sdk where a text may hold an emoji",
}));
export const unsupportedRegex = defineDiagnostic("PC1310", "error", (pattern: string, why: string) => ({
  message: `the regular expression \`${pattern}\` means something else, or nothing, to RE2: ${why}`,
  hint: "use what JavaScript and RE2 share: classes, groups, `|`, `*`, `+`, `?`, `{n,m}`, `^`, `$`",
}));
export const countsUnits = defineDiagnostic("PC1311", "error", (pattern: string) => ({
  message: `the regular expression \`${pattern}\` counts UTF-16 units in JavaScript and characters in the engines`,
  hint: `use the flag \`u\`: \`${pattern}u\``,
}));
