import { defineDiagnostic } from "@policyc/diagnostics";

export const unknownSuiteField = defineDiagnostic("PC4101", "error", (field: string) => ({
  message: `a suite has no field \`${field}\``,
  hint: "correct the name; docs/testing.md lists what a suite and a case may say",
}));

export const wrongSuiteValue = defineDiagnostic("PC4102", "error", (field: string, expected: string) => ({
  message: `\`${field}\` must be ${expected}`,
  hint: "correct the value; docs/testing.md lists what a suite and a case may say",
}));

export const fileNotThere = defineDiagnostic("PC4103", "error", (path: string) => ({
  message: `there is no file \`${path}\``,
  hint: "correct the path; it is relative to the suite",
}));

export const noExpectation = defineDiagnostic("PC4104", "error", (name: string) => ({
  message: `the case \`${name}\` must expect one thing: \`allow\` or \`deny\``,
  hint: "write `allow: true`, `deny: true`, `deny: 2`, or `deny:` with the messages",
}));

export const noSubject = defineDiagnostic("PC4105", "error", (name: string) => ({
  message: `the case \`${name}\` must have one object: \`object\` (a file) or \`manifest\` (written here)`,
  hint: "write the object that is sent, or on DELETE the one that goes",
}));

export const notAPolicy = defineDiagnostic("PC4106", "error", (problem: string) => ({
  message: `the policy cannot be run: ${problem}`,
}));

export const badPattern = defineDiagnostic("PC4107", "error", (pattern: string, problem: string) => ({
  message: `\`${pattern}\` is not a regular expression: ${problem}`,
}));

export const badGatorSuite = defineDiagnostic("PC4108", "error", (problem: string) => ({
  message: `gator refuses this suite: ${problem}`,
}));

export const predicateThrew = defineDiagnostic("PC4109", "error", (engine: string, problem: string) => ({
  message: `the policy failed on \`${engine}\` instead of giving a verdict: ${problem}`,
}));

export const noSuchPolicy = defineDiagnostic("PC4110", "error", (file: string) => ({
  message: `\`${file}\` is not a policy of this project`,
  hint: "correct `policy`, which is relative to the suite; the default is `./policy.ts`",
}));

export const badParameter = defineDiagnostic("PC2201", "error", (parameter: string, problem: string) => ({
  message: `parameter \`${parameter}\` ${problem}`,
}));
