import { type Piece, piece } from "./piece.js";
import { fresh, type Way, type Writer } from "./writer.js";

const boolean = piece("boolean");
const text: Way = (at) => at.expression("string", at);
const signs = ["> 0", "< 0", ">= 0", "<= 0", "=== 0", "!== 0"] as const;
const versions = ['"1.2.3"', '"1.29.0-rc.1"', '"0.0.0"', '"1.10.0+build.5"', '"2.0.0-alpha.1"'] as const;
/** The first three are none, and count as 0. */
const amounts = ['"m"', '"1e3m"', '"1 Gi"', '"500m"', '"1Gi"', '"-1"', '"1e3"'] as const;
const ranges = ['"10.0.0.0/8"', '"0.0.0.0/0"', '"2001:db8::/32"', '"127.0.0.1/32"', '"10.0.0.0"'] as const;
const addresses = ['"10.1.2.3"', '"::1"', '"2001:db8::1"', '"10.0.0.0/16"', '"300.1.1.1"'] as const;
const patterns = ['"^a"', '"(?i)A.c"', '"[0-9]+$"', '"a|b"', '"^$"'] as const;

/** What the SDK's own functions say of texts and maps. */
export const intrinsicWays: readonly Way[] = [
  (at) => boolean`isSemver(${among(at, versions)})`,
  (at) => boolean`(compareSemver(${among(at, versions)}, ${among(at, versions)}) ${at.choose.among(signs)})`,
  (at) =>
    boolean`(compareQuantities(${among(at, amounts)}, ${among(at, amounts)}) ${at.choose.among(signs)})`,
  (at) => boolean`${at.choose.among(["isIp", "isCidr"])}(${among(at, [...addresses, ...ranges])})`,
  (at) => boolean`cidrContains(${at.choose.among(ranges)}, ${among(at, [...addresses, ...ranges])})`,
  (at) => boolean`regexMatches(${at.choose.among(patterns)}, ${text(at)})`,
  selected,
];

/** One of these, or whatever text there is. */
function among(at: Writer, texts: readonly string[]): Piece {
  const [first = '""', ...others] = texts;
  return at.choose.often(50) ? text(at) : piece("string")`${at.choose.among([first, ...others])}`;
}

function selected(at: Writer): Piece {
  const labels = at.expression("map", at);
  if (at.choose.often(50))
    return boolean`matchesSelector({ matchLabels: ${at.expression("map", at)} }, ${labels})`;
  const operator = at.choose.among(["In", "NotIn", "Exists", "DoesNotExist", "Else"]);
  const values = operator.includes("In")
    ? piece("values")`, values: ${at.expression("string[]", at)}`
    : piece("values")``;
  return boolean`matchesSelector({ matchExpressions: [{ key: ${text(at)}, operator: "${operator}"${values} }] }, ${labels})`;
}

/** A table of checks, written where it is used. */
export function table(at: Writer): Piece {
  const [row, value] = [fresh(at), fresh(at)];
  const inner = { ...at, names: [...at.names, { text: value, type: "string", optional: false }] };
  const rows = Array.from(
    { length: 2 },
    () => piece("row")`{ id: ${text(at)}, test: (${value}: string) => ${at.expression("boolean", inner)} }`,
  );
  const [first, second] = rows;
  const list = piece("table")`[${first ?? ""}, ${second ?? ""}]`;
  return boolean`${list}.${at.choose.among(["some", "every"])}((${row}) => ${row}.test(${text(at)}))`;
}
