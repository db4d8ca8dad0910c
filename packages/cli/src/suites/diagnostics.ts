import { defineDiagnostic } from "@policyc/diagnostics";

export const noEngine = defineDiagnostic("PC6030", "error", (engines: readonly string[], how: string) => ({
  message: `${engines.map((name) => `\`${name}\``).join(" and ")} cannot evaluate: ${how}`,
  hint: "use `--engine js` meanwhile, which runs the TypeScript alone",
}));
export const noSuite = defineDiagnostic("PC6031", "error", (path: string) => ({
  message: `no suite was found at \`${path}\``,
  hint: "use the path of a suite.yaml, or of a folder that has one somewhere below",
}));
export const nothingRan = defineDiagnostic("PC6032", "error", (why: string) => ({
  message: `no case ran: ${why}`,
  hint: "write a suite.yaml beside the policy; a run that tests nothing must not look like one that passes",
}));
export const failingSuite = defineDiagnostic("PC6033", "error", (policy: string, name: string) => ({
  message: `the case \`${name}\` of \`${policy}\` fails without any change`,
  hint: "run `policyc test` and mend it first: a suite that fails notices everything",
}));
