import { ts } from "./typescript.js";

/**
 * What a module would do while it is loaded, beside declaring its names. Nothing of a project is run to build it, so
 * that a table which is filled there would stay empty.
 */
export function doneWhileLoading(module: ts.SourceFile): readonly ts.Node[] {
  return module.fileName.endsWith(".json") ? [] : module.statements.flatMap(doneBy);
}

function doneBy(statement: ts.Statement): readonly ts.Node[] {
  if (ts.isModuleDeclaration(statement) && statement.body !== undefined && ts.isModuleBlock(statement.body))
    return statement.body.statements.flatMap(doneBy);
  if (ts.isClassDeclaration(statement)) return statement.members.filter(ts.isClassStaticBlockDeclaration);
  return declares(statement) ? [] : [statement];
}

function declares(statement: ts.Statement): boolean {
  // `"use strict";`
  if (ts.isExpressionStatement(statement)) return ts.isStringLiteral(statement.expression);
  return (
    ts.isVariableStatement(statement) ||
    ts.isDeclarationStatement(statement) ||
    ts.isEmptyStatement(statement)
  );
}
