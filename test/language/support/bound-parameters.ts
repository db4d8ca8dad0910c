import type { EmittedFile } from "@policyc/compiler";
import type { Json } from "@policyc/ir";
import { parseAllDocuments, stringify } from "yaml";

/**
 * What was emitted with its parameters in an object of the cluster, as an engine without a cluster can evaluate it: the
 * object stands in a variable, and every expression reads the variable where it read `params`. The expressions are not
 * touched otherwise.
 */
export function withBoundParameters(files: readonly EmittedFile[]): readonly EmittedFile[] {
  const object = files.find(({ path }) => path.startsWith("vap/params/"));
  if (object === undefined) return files;
  const params = { name: "params", expression: literalOf(documentsOf(object)[0]) };
  return files
    .filter(({ path }) => /^vap\/[^/]*$/.test(path))
    .map((file) => ({
      path: file.path,
      text: documentsOf(file)
        .map((document) => stringify(withVariable(document, params)))
        .join("---\n"),
    }));
}

interface Variable {
  readonly name: string;
  readonly expression: string;
}

interface Document {
  readonly spec?: {
    readonly paramKind?: Json;
    readonly variables?: readonly Variable[];
    readonly validations?: readonly Readonly<Record<string, string>>[];
  };
}

function documentsOf({ text }: EmittedFile): readonly Document[] {
  return parseAllDocuments(text).map((document) => document.toJS());
}

function withVariable(document: Document, params: Variable): Document {
  const { paramKind, variables = [], validations = [], ...rest } = document.spec ?? {};
  if (paramKind === undefined) return document;
  const bound = variables.map(({ name, expression }) => ({ name, expression: bind(expression) }));
  const held = validations.map(({ expression, messageExpression, ...others }) => ({
    ...others,
    expression: bind(expression),
    ...(messageExpression === undefined ? {} : { messageExpression: bind(messageExpression) }),
  }));
  return { ...document, spec: { ...rest, variables: [params, ...bound], validations: held } };
}

/** Text is stepped over; a name after a point is a field. */
const token = /r'[^']*'|'[^']*'|"(?:\\.|[^"\\])*"|(?<![.\w])params\b/g;

function bind(expression = ""): string {
  return expression.replace(token, (found) => (found === "params" ? "dyn(variables.params)" : found));
}

/** Each value hides its type, as the values of an object do. */
function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `dyn([${value.map(literalOf).join(", ")}])`;
  if (typeof value !== "object" || value === null) return `dyn(${JSON.stringify(value)})`;
  const entries = Object.entries(value).map(
    ([name, inner]) => `${JSON.stringify(name)}: ${literalOf(inner)}`,
  );
  return `dyn({${entries.join(", ")}})`;
}
