import type fc from "fast-check";
import { type Choose, made } from "../choose.js";
import { type Piece, piece, together } from "../programs/piece.js";
import type { Program } from "../programs/program.js";
import { helpers } from "./helpers.js";
import { type Sketched, sketched } from "./kinds.js";
import { type Name, nameOf } from "./leaves.js";
import type { Templates } from "./templates.js";
import { filled, type Place, written } from "./write.js";

/** Policies of small expressions in ordinary statements, of which TypeScript says whether they make sense. */
export function sketchesOf(kind: Sketched): fc.Arbitrary<Program> {
  return made((choose) => sketchOf(kind, choose));
}

function sketchOf(kind: Sketched, choose: Choose): Program {
  let last = 0;
  const at: Place = {
    choose,
    about: sketched[kind],
    kind,
    leave: "return",
    names: [],
    more: [],
    depth: 2,
    next: () => ++last,
  };
  const functions: Helper[] = [];
  // A function may call those that are written before it.
  for (let count = choose.among([0, 0, 1, 1, 2, 3]); count > 0; count--)
    functions.push(helperOf({ ...at, more: functions.map(({ used }) => used) }));
  const place: Place = {
    ...at,
    names: inputs(at),
    more: functions.flatMap(({ used }) => [used, used]),
    depth: choose.among([2, 2, 3, 3, 4]),
  };
  const declared = functions.map((one) => one.declared);
  return {
    kind,
    minKubernetes: choose.among(["1.30", "1.33", "1.35", "1.37", "1.37"]),
    operations: choose.often(80) ? ["CREATE", "UPDATE"] : ["CREATE", "UPDATE", "DELETE"],
    source: together("module", [
      piece("declaration")`${constants}`,
      ...declared,
      piece("check")`${written("check", place)}`,
    ]),
  };
}

function inputs({ about, choose }: Place): readonly Name[] {
  const others = ["oldObject:root?", "params:params", "request:request", "namespaceObject:namespace?"];
  return ["object:root", ...others.filter(() => choose.often(35)), ...(about.names ?? [])].map(nameOf);
}

interface Helper {
  readonly declared: Piece;
  readonly used: Templates;
}

function helperOf(at: Place): Helper {
  const { written: template, used } = at.choose.among(helpers);
  const names = new Map<string, string>();
  const named = (text: string): string =>
    text.replace(/%([fgh])(?!\w)/g, (_, name: string) => {
      const known = names.get(name) ?? `${name === "h" ? "table" : "helper"}${at.next()}`;
      names.set(name, known);
      return known;
    });
  return {
    declared: filled("declaration", named(template), at),
    used: Object.fromEntries(Object.entries(used).map(([sort, ways]) => [sort, ways.map(named)])),
  };
}

const constants =
  'const allowed: readonly string[] = ["a", "web"]; const known: { [key: string]: string } = { a: "web", app: "a" };';
