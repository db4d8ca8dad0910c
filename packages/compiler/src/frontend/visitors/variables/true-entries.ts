import { required } from "@policyc/ir";
import { entryUse } from "../../syntax/map-entries.js";
import { negatedBy } from "../../syntax/negation.js";
import { resolve } from "../../syntax/resolve.js";
import { declaringStatement, isA, isIn, nextSiblingsOf } from "../../syntax/tree.js";
import { fromTypeScript } from "../../types/from-typescript.js";
import { typeAt } from "../../types/kept.js";
import { ts } from "../../typescript.js";
import { bare } from "../expressions/bare.js";
import { leaves, statementsIn } from "../statements/ways.js";
import type { Choice } from "./depending.js";
import type { Put } from "./puts.js";
import { usesOf } from "./variable-uses.js";

/** Is there nothing empty or false among what is put there? */
export function isAlwaysTrue({ by }: Put): boolean {
  if (by === 1 || by.kind === ts.SyntaxKind.TrueKeyword) return true;
  const { kind } = fromTypeScript(typeAt(by));
  return kind === "record" || kind === "list" || kind === "map" || kind === "set" || isNeverBlank(bare(by));
}

/** A text with something in it, whatever else stands there. */
function isNeverBlank(text: ts.Expression): boolean {
  if (ts.isStringLiteral(text)) return text.text !== "";
  if (!ts.isTemplateExpression(text)) return false;
  return text.head.text !== "" || text.templateSpans.some(({ literal }) => literal.text !== "");
}

/** Is an empty text among what may be put there, and never seen to be: the map is read where it has some other text alone? */
export function areReadWhereTrue(
  { by }: Put,
  reads: readonly ts.Identifier[],
  choices: readonly Choice[],
  filling: ts.Node,
): boolean {
  if (by === 1 || required(fromTypeScript(typeAt(by))).kind !== "string") return false;
  // An empty text is there for those who ask whether anything is.
  if (reads.some((read) => entryUse(read)?.does !== "get")) return false;
  const branches = choices.flatMap((choice) => whereTrue(choice, filling) ?? []);
  return reads
    .flatMap(placesOf)
    .every((place) =>
      branches.some(({ test, then }) => test === place || then.some((one) => isIn(place, one))),
    );
}

/** Of a choice by what is there itself: the test, and what is done where that is true. */
function whereTrue(
  choice: Choice,
  filling: ts.Node,
): { readonly test: ts.Expression; readonly then: readonly ts.Statement[] } | undefined {
  if (!ts.isIfStatement(choice)) return undefined;
  const written = bare(choice.expression);
  const negated = negatedBy(written);
  if (negated === undefined) return { test: written, then: [choice.thenStatement] };
  const { elseStatement, thenStatement } = choice;
  const after = leaves(statementsIn(thenStatement)) ? nextSiblingsOf(choice).filter(ts.isStatement) : [];
  const then = elseStatement === undefined ? after : [elseStatement];
  return then.some((one) => isIn(filling, one)) ? undefined : { test: negated, then };
}

/** Where what a map has is read, by its own name or by a `const` for it. */
function placesOf(read: ts.Identifier): readonly ts.Node[] {
  const entry = entryUse(read)?.node ?? read;
  const { parent } = entry;
  const statement = isA(ts.isVariableDeclaration, parent) ? declaringStatement(parent) : undefined;
  if (!isA(ts.isVariableDeclaration, parent) || statement === undefined) return [entry];
  return ts.isIdentifier(parent.name) && resolve(parent.name) !== undefined
    ? usesOf(parent.name, statement)
    : [entry];
}
