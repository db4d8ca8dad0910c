import { ts } from "../typescript.js";

/**
 * `};` behind a block and `;;` leave a statement that does nothing. It is dropped as soon as the file is parsed, so that
 * no construct has to expect one between its statements.
 */
export function withoutEmptyStatements(file: ts.SourceFile): ts.SourceFile {
  if (file.isDeclarationFile) return file;
  const visit = (node: ts.Node): void => {
    if (hasStatements(node) && node.statements.some(ts.isEmptyStatement)) {
      const rest = node.statements.filter((statement) => !ts.isEmptyStatement(statement));
      const statements = ts.setTextRange(ts.factory.createNodeArray(rest), node.statements);
      Object.assign(node, { statements });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return file;
}

function hasStatements(node: ts.Node): node is ts.Block | ts.CaseClause | ts.DefaultClause {
  return ts.isBlock(node) || ts.isCaseClause(node) || ts.isDefaultClause(node);
}
