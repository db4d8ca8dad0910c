import type { JsonSchema } from "./json.js";

type Scalar = string | number | boolean;

/** How a document is told from its content: all that is said must hold. */
export interface Recognition {
  readonly has?: readonly string[];
  readonly hasAny?: readonly string[];
  /** Dotted path → value, or the values it may have. */
  readonly fields?: Readonly<Record<string, Scalar | readonly Scalar[]>>;
  /** The document is a list, and this is so of every item. */
  readonly items?: Recognition;
  /** This is so of at least one value at the top. */
  readonly member?: Recognition;
  /** This is so of another document of the same file. */
  readonly beside?: Recognition;
}

/** What makes a kind one of documents, which are no objects of a cluster. */
export interface DocumentForm {
  readonly title: string;
  readonly recognise: Recognition;
  /** A JSON schema; `{}` where nothing is known. */
  readonly schema: JsonSchema;
}
