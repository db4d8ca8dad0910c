import { type Expr, literal, stringType, type Type } from "@policyc/ir";
import { index } from "../build/nodes.js";
import { once } from "../build/once.js";
import type { Context } from "../context.js";
import { unsupportedSyntax } from "../diagnostics/syntax.js";
import { groupNames, isRegex, partsOf } from "../static/regex.js";
import type { ts } from "../typescript.js";
import { thatIsThere, whenPresent } from "../visitors/expressions/chain.js";
import { writtenAt } from "../visitors/rows/written.js";
import { matchOfGroups, regexOfMatch } from "./group-read.js";
import { partOfMatch } from "./optional-groups.js";

/** `m.groups`: what the groups with names have matched. They are there where the match is. */
export function namedGroups(node: ts.PropertyAccessExpression, cx: Context): Expr | undefined {
  const groups = namesOf(node, cx);
  if (groups?.read !== node) return misnamed(node, groups?.names, cx);
  const span = cx.span(node);
  if (groups.names.every((name) => name === undefined))
    return cx.invalid(
      unsupportedSyntax(
        span,
        "`groups` of a match whose pattern names none",
        "name them where the text is matched, `/^(?<repo>[^:]+)/`, or read them by their position: `m[1]`",
      ),
    );
  const match = cx.expression(node.expression);
  if (match.kind === "invalid") return match;
  const groupAt = (found: Expr, position: number): Expr => {
    const value = index(thatIsThere(found), literal(position, span), stringType, span);
    return partOfMatch({ regex: groups.regex, position, isSure: true }, value);
  };
  const type: Type = { kind: "record", name: "groups" };
  return once(match, "match", cx, (found) => {
    const entries = groups.names.flatMap((name, position) =>
      name === undefined ? [] : [{ name, value: groupAt(found, position + 1) }],
    );
    return whenPresent(found, { kind: "record", entries, type, span });
  });
}

/** A group that there is not: JavaScript would never find anything in it. */
function misnamed(
  node: ts.PropertyAccessExpression,
  names: readonly (string | undefined)[] = [],
  cx: Context,
): Expr | undefined {
  const known = names.filter((name) => name !== undefined);
  if (known.length === 0 || known.includes(node.name.text)) return undefined;
  return cx.invalid(
    unsupportedSyntax(
      cx.span(node.name),
      `a group \`${node.name.text}\` that the pattern does not name`,
      `use one that it does: \`${known.join("`, `")}\``,
    ),
  );
}

interface Names {
  readonly read: ts.PropertyAccessExpression;
  readonly regex: ts.Expression;
  readonly names: readonly (string | undefined)[];
}

/** What a pattern calls its groups, of `m.groups` and of what is read of it. */
function namesOf(node: ts.PropertyAccessExpression, cx: Context): Names | undefined {
  const read = matchOfGroups(node) ?? matchOfGroups(node.expression);
  const regex = read && regexOfMatch(read.expression);
  const written = regex && writtenAt(regex, cx).node;
  return read && regex && { read, regex, names: isRegex(written) ? groupNames(partsOf(written).source) : [] };
}
