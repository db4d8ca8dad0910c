import type { FunctionIR } from "@policyc/ir";
import type { Pass } from "../tree/pass.js";
import type { Asked } from "./asked-texts.js";
import { CaseAsked } from "./case-asked.js";

/**
 * `text.toLowerCase()` of which only texts in ASCII are asked, as in `value.toLowerCase() === "true"`, needs no more than
 * ASCII in lower case, which is all that CEL has, and all that OPA has in common with JavaScript. Two letters outside of it have such a letter in lower case: the Kelvin
 * sign, and İ, which becomes i with a dot above (Unicode, SpecialCasing.txt). The same of upper case, where there are more.
 */
export const asciiCase: Pass = {
  name: "ascii-case",
  concerns: ["string.toLowerCase", "string.toUpperCase"],
  run: (policy) => {
    const given = new Map<string, readonly Asked[]>();
    // Callees come before their callers.
    const functions = policy.functions.map((fn) => {
      const cases = new CaseAsked(given);
      const body = ofFunction(fn.body, cases);
      given.set(
        fn.name,
        fn.params.map(({ name }) => cases.askedOf(name)),
      );
      return { ...fn, body };
    });
    return { ...policy, functions, body: new CaseAsked(given).stream(policy.body) };
  },
};

/** What a function gives may be asked anything. */
function ofFunction(body: FunctionIR["body"], cases: CaseAsked): FunctionIR["body"] {
  return body.kind === "value"
    ? { ...body, value: cases.expression(body.value, "anything") }
    : { ...body, stream: cases.stream(body.stream) };
}
