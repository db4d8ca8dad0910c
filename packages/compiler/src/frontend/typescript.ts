import { createRequire } from "node:module";
import type typescript from "typescript";

/**
 * TypeScript, loaded as the CommonJS module that it is: imported like any other, Node would read its nine megabytes twice
 * more, to find out what kind of module it is and which names it exports.
 */
export const ts: typeof typescript = createRequire(import.meta.url)("typescript");

/** Its types that the frontend speaks of, under the same name. */
export declare namespace ts {
  type ArrayLiteralExpression = typescript.ArrayLiteralExpression;
  type ArrowFunction = typescript.ArrowFunction;
  type AsExpression = typescript.AsExpression;
  type BinaryExpression = typescript.BinaryExpression;
  type BindingElement = typescript.BindingElement;
  type ArrayBindingPattern = typescript.ArrayBindingPattern;
  type BindingName = typescript.BindingName;
  type Block = typescript.Block;
  type BreakStatement = typescript.BreakStatement;
  type CallExpression = typescript.CallExpression;
  type CaseClause = typescript.CaseClause;
  type ClassElement = typescript.ClassElement;
  type CompilerHost = typescript.CompilerHost;
  type CompilerOptions = typescript.CompilerOptions;
  type ConditionalExpression = typescript.ConditionalExpression;
  type ContinueStatement = typescript.ContinueStatement;
  type CreateSourceFileOptions = typescript.CreateSourceFileOptions;
  type Declaration = typescript.Declaration;
  type DefaultClause = typescript.DefaultClause;
  type Diagnostic = typescript.Diagnostic;
  type DiagnosticMessageChain = typescript.DiagnosticMessageChain;
  type ElementAccessExpression = typescript.ElementAccessExpression;
  type EnumDeclaration = typescript.EnumDeclaration;
  type EnumMember = typescript.EnumMember;
  type ExportAssignment = typescript.ExportAssignment;
  type Expression = typescript.Expression;
  type ExpressionStatement = typescript.ExpressionStatement;
  type ForInStatement = typescript.ForInStatement;
  type ForOfStatement = typescript.ForOfStatement;
  type ForStatement = typescript.ForStatement;
  type FunctionDeclaration = typescript.FunctionDeclaration;
  type FunctionExpression = typescript.FunctionExpression;
  type GetAccessorDeclaration = typescript.GetAccessorDeclaration;
  type Identifier = typescript.Identifier;
  type IfStatement = typescript.IfStatement;
  type IndexedAccessTypeNode = typescript.IndexedAccessTypeNode;
  type JSDoc = typescript.JSDoc;
  type JSDocTag = typescript.JSDocTag;
  type MethodDeclaration = typescript.MethodDeclaration;
  type NewExpression = typescript.NewExpression;
  type NonNullExpression = typescript.NonNullExpression;
  type TaggedTemplateExpression = typescript.TaggedTemplateExpression;
  type Node = typescript.Node;
  type ObjectBindingPattern = typescript.ObjectBindingPattern;
  type ObjectLiteralElementLike = typescript.ObjectLiteralElementLike;
  type ObjectLiteralExpression = typescript.ObjectLiteralExpression;
  type ParseConfigHost = typescript.ParseConfigHost;
  type ParameterDeclaration = typescript.ParameterDeclaration;
  type PrefixUnaryExpression = typescript.PrefixUnaryExpression;
  type Program = typescript.Program;
  type PropertyAccessExpression = typescript.PropertyAccessExpression;
  type PropertyAssignment = typescript.PropertyAssignment;
  type PropertyDeclaration = typescript.PropertyDeclaration;
  type PropertyName = typescript.PropertyName;
  type PropertySignature = typescript.PropertySignature;
  type RegularExpressionLiteral = typescript.RegularExpressionLiteral;
  type ReturnStatement = typescript.ReturnStatement;
  type ScriptTarget = typescript.ScriptTarget;
  type SignatureDeclaration = typescript.SignatureDeclaration;
  type NodeFlags = typescript.NodeFlags;
  type SourceFile = typescript.SourceFile;
  type Statement = typescript.Statement;
  type StringLiteral = typescript.StringLiteral;
  type SwitchStatement = typescript.SwitchStatement;
  type Symbol = typescript.Symbol;
  type SyntaxKind = typescript.SyntaxKind;
  type TemplateExpression = typescript.TemplateExpression;
  type TupleTypeReference = typescript.TupleTypeReference;
  type Type = typescript.Type;
  type TypeAliasDeclaration = typescript.TypeAliasDeclaration;
  type TypeChecker = typescript.TypeChecker;
  type TypeFlags = typescript.TypeFlags;
  type TypeNode = typescript.TypeNode;
  type TypeOfExpression = typescript.TypeOfExpression;
  type TypeReference = typescript.TypeReference;
  type TypeReferenceNode = typescript.TypeReferenceNode;
  type UnionType = typescript.UnionType;
  type VariableDeclaration = typescript.VariableDeclaration;
  type VariableStatement = typescript.VariableStatement;
  type YieldExpression = typescript.YieldExpression;
}
