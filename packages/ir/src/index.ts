export type {
  Absent,
  Apply,
  Arithmetic,
  ArithmeticOperator,
  Binder,
  Call,
  Coalesce,
  Collect,
  Compare,
  CompareOperator,
  Concat,
  Conditional,
  Expr,
  ExprKind,
  ExprOf,
  Field,
  Index,
  Input,
  InputRoot,
  Invalid,
  Iteration,
  Let,
  List,
  ListItem,
  Literal,
  Local,
  Logic,
  Not,
  Present,
  Quantify,
  RecordEntry,
  RecordExpr,
} from "./expression.js";
export { type IntrinsicName, intrinsics } from "./intrinsics.js";
export { freeNames, standIn, substitute } from "./names.js";
export type {
  FunctionIR,
  Json,
  JsonSchema,
  LabelSelector,
  Match,
  Operation,
  Parameters,
  Policy,
  ResourceKind,
  Severity,
} from "./policy.js";
export type { Bind, Branch, Delegate, Each, Guard, Sequence, Stream, StreamKind, StreamOf, Violation } from "./stream.js";
export {
  absentType,
  booleanType,
  integerType,
  mayBeAbsent,
  numberType,
  optional,
  required,
  stringType,
  type Type,
  unknownType,
} from "./type.js";
export type { Verified } from "./verified.js";
export { verify } from "./verify.js";
export { expressionsIn, expressionsInStream, mapChildren, mapExpressions, mapStream } from "./walk.js";
