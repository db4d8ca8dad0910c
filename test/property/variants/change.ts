import ts from "typescript";

/** Other code in place of a part of the text. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

export function changed(text: string, { start, end, code }: Change): string {
  return text.slice(0, start) + code + text.slice(end);
}

const before = "function* f() {";

/** The small changes that make other code of statements, most of which means something else: conditions denied, lists made shorter, turns left. */
export function changesOf(statements: string): readonly Change[] {
  const file = ts.createSourceFile("body.ts", `${before}${statements}}`, ts.ScriptTarget.ES2023, true);
  const found: Change[] = [];
  const visit = (node: ts.Node): void => {
    for (const { of, code } of changesAt(node))
      found.push({ start: of.getStart() - before.length, end: of.end - before.length, code });
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return found.filter(({ start }) => start >= 0);
}

interface Replaced {
  readonly of: ts.Node;
  readonly code: string;
}

function changesAt(node: ts.Node): readonly Replaced[] {
  if (ts.isIfStatement(node)) return [denied(node.expression)];
  if (ts.isConditionalExpression(node)) return [denied(node.condition)];
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return [{ of: node, code: node.operand.getText() }];
  if (ts.isArrowFunction(node)) return ofCallback(node);
  if (ts.isBinaryExpression(node)) return others(operators, node.operatorToken);
  if (ts.isPropertyAccessExpression(node)) return [...others(members, node.name), ...others(paths, node)];
  if (ts.isNumericLiteral(node)) return [{ of: node, code: String(Number(node.text) + 1) }];
  if (ts.isStringLiteral(node) && !ts.isPropertyAssignment(node.parent)) return [{ of: node, code: '""' }];
  if (ts.isExpressionStatement(node) && ts.isYieldExpression(node.expression)) return ofViolation(node);
  if (ts.isBlock(node) && ts.isForOfStatement(node.parent)) return ofTurn(node);
  return [];
}

function denied(of: ts.Expression): Replaced {
  return { of, code: `!(${of.getText()})` };
}

/** By what is written there, what may stand there as well. */
type Others = Readonly<Record<string, readonly string[]>>;

const operators: Others = {
  "&&": ["||"],
  "||": ["&&"],
  "===": ["!=="],
  "!==": ["==="],
  "<": ["<=", ">"],
  ">": [">=", "<"],
  "<=": ["<"],
  ">=": [">"],
  "+": ["-"],
};

const members: Others = {
  some: ["every"],
  every: ["some"],
  find: ["findLast"],
  findLast: ["find"],
  startsWith: ["endsWith", "includes"],
  indexOf: ["lastIndexOf"],
  min: ["max"],
  max: ["min"],
  containerPort: ["hostPort"],
  hostNetwork: ["hostPID"],
  image: ["workingDir"],
};

const paths: Others = {
  "object.spec.containers": [
    "(object.spec.initContainers ?? [])",
    "[...object.spec.containers, ...(object.spec.initContainers ?? [])]",
    "object.spec.containers.filter((it) => it.image !== undefined)",
    "(object.spec.hostNetwork ? object.spec.containers : [])",
    "object.spec.containers.slice(1)",
    "object.spec.containers.toReversed()",
  ],
  "object.metadata.name": ['(object.metadata.labels?.["app"] ?? "")'],
};

function others(all: Others, of: ts.Node): readonly Replaced[] {
  const written = of.getText();
  return (Object.hasOwn(all, written) ? (all[written] ?? []) : []).map((code) => ({ of, code }));
}

const tests: ReadonlySet<string> = new Set(["filter", "some", "every", "find", "findLast", "findIndex"]);

function ofCallback({ body, parent }: ts.ArrowFunction): readonly Replaced[] {
  const callee = ts.isCallExpression(parent) ? parent.expression : undefined;
  const isTest = callee !== undefined && ts.isPropertyAccessExpression(callee) && tests.has(callee.name.text);
  return isTest && !ts.isBlock(body) ? [denied(body)] : [];
}

function ofViolation(of: ts.ExpressionStatement): readonly Replaced[] {
  const said = of.getText();
  const codes = [
    `if (object.spec.hostNetwork) ${said}`,
    `if (!object.spec.hostPID) ${said}`,
    `{ ${said} return; }`,
  ];
  const ofLoop = [`{ ${said} break; }`, `{ if (object.spec.hostname === undefined) continue; ${said} }`];
  return [...codes, ...(isInLoop(of) ? ofLoop : [])].map((code) => ({ of, code }));
}

function isInLoop({ parent }: ts.Node): boolean {
  if (ts.isForOfStatement(parent)) return true;
  return !ts.isFunctionLike(parent) && !ts.isSourceFile(parent) && isInLoop(parent);
}

function ofTurn(of: ts.Block): readonly Replaced[] {
  const left = [
    "if (object.spec.hostPID) continue;",
    "if (object.spec.hostNetwork && object.spec.hostname === undefined) break;",
  ];
  return left.map((code) => ({ of, code: `{ ${code} ${of.getText().slice(1)}` }));
}
