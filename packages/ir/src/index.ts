export { isAsciiText } from "./ascii.js";
export { type Binding, bindingsIn, bindingsInStream } from "./bindings.js";
export { trimSpace, trimSpaceEnd, trimSpaceStart } from "./blank.js";
export { type Capture, capturesOf, type Group, groupsOf } from "./captures.js";
export { type Characters, charactersOf } from "./characters.js";
export { isCompareOperator, mirrored, opposite } from "./compare-operators.js";
export { absent, literal } from "./constants.js";
export type { DocumentForm, Recognition } from "./document.js";
export { type Emptiness, emptinessOf, isEmpty } from "./emptiness.js";
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
  Inventory,
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
export { inventoriesOf } from "./inventories.js";
export type { Json, JsonSchema } from "./json.js";
export { freeNames, numbered, standIn, substitute, unnumbered } from "./names.js";
export { isNamespace } from "./namespace.js";
export { integerPattern, numberPattern, quantityPattern, semverPattern, whiteSpace } from "./patterns.js";
export { plainTextOf } from "./plain-text.js";
export type {
  FunctionIR,
  KyvernoNames,
  LabelSelector,
  Level,
  Match,
  Operation,
  Parameters,
  Policy,
  Rollout,
  Severity,
} from "./policy.js";
export { inLines } from "./prose.js";
export type { ResourceKind } from "./resource-kind.js";
export { isSame } from "./same.js";
export { holdsQuantities, isQuantityField, isServedByKubernetes } from "./served-quantities.js";
export { isNeverNegative } from "./sign.js";
export type {
  Bind,
  Branch,
  Delegate,
  Each,
  Guard,
  Sequence,
  Stream,
  StreamKind,
  StreamOf,
  Violation,
} from "./stream.js";
export {
  absentType,
  booleanType,
  integerType,
  isWithoutFields,
  mayBeAbsent,
  numberType,
  optional,
  required,
  stringType,
  type Type,
  unknownType,
} from "./type.js";
export type { Verified } from "./verified.js";
export { type Content, contentsOf, verify } from "./verify.js";
export {
  childrenOf,
  expressionsIn,
  expressionsInPolicy,
  expressionsInStream,
  mapAll,
  mapChildren,
  mapExpressions,
  mapStream,
  partsOf,
} from "./walk.js";
export { weight } from "./weight.js";
