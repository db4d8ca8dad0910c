import { calledOfSdk } from "../syntax/names.js";
import { descendantsOf } from "../syntax/tree.js";
import { ts } from "../typescript.js";
import { throughConstants } from "./definition.js";
import { initializerOf } from "./match.js";

/** What of a module's declarations nothing would be made of, and nobody would miss. */
export interface Unbuilt {
  readonly call: ts.CallExpression;
  readonly called: "policy" | "parameters";
}

/** The policies of a module beside the one that it exports by default, and parameters that are not that one's. */
export function unbuiltIn(file: ts.SourceFile, definition: ts.ObjectLiteralExpression): readonly Unbuilt[] {
  const params = initializerOf(definition, "params");
  const used = params === undefined ? undefined : throughConstants(params);
  return descendantsOf(file, ts.isCallExpression).flatMap((call): Unbuilt[] => {
    const called = calledOfSdk(call);
    if (called === "parameters") return call === used ? [] : [{ call, called }];
    const isOther = called === "policy" && throughArgument(call) !== definition;
    return isOther ? [{ call, called }] : [];
  });
}

function throughArgument({ arguments: [argument] }: ts.CallExpression): ts.Expression | undefined {
  return argument === undefined ? undefined : throughConstants(argument);
}
