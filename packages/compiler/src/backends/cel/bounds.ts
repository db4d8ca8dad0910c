import {
  type Bind,
  type Call,
  type Expr,
  holdsQuantities,
  isEmpty,
  isQuantityField,
  isServedByKubernetes,
  type List,
  type Policy,
  required,
  type Stream,
} from "@policyc/ir";
import { separator } from "./violations.js";

/** What is known of a text whatever the object is: how many bytes it has at most, and that it has no line break. */
export interface Bound {
  readonly length: number;
  readonly isSingleLine: boolean;
}

const unknown: Bound = { length: Number.POSITIVE_INFINITY, isSingleLine: false };

/** Names of objects and namespaces are DNS names: at most 253 characters of ASCII, on one line. */
const shortFields: readonly string[] = ["name", "namespace", "kind"];

/** Names of RBAC's objects are parts of a path: any text without `/` and `%` (`ValidateRBACName` in its `validation.go`). */
const freelyNamed = "rbac.authorization.k8s.io";

/** What Kubernetes names by a DNS label, wherever it stands (`ValidateDNS1123Label` in its `validation.go`). */
const named: readonly string[] = ["Container", "EphemeralContainer", "Volume"];

/** The longest DNS name. */
const name: Bound = { length: 253, isSingleLine: true };

/** The longest text of a DNS label and of a label's value. */
const label: Bound = { length: 63, isSingleLine: true };

/** Longer than any number in text. */
const number: Bound = { length: 25, isSingleLine: true };

/** Longer than any quantity: 2^63 in billionths. */
const quantity: Bound = { length: 40, isSingleLine: true };

/** Bounds of what a policy says. */
export class Bounds {
  readonly #policy: Policy;
  /** Those of the names in sight. */
  readonly #values: ReadonlyMap<string, Expr>;

  constructor(policy: Policy, values: ReadonlyMap<string, Expr> = new Map()) {
    this.#policy = policy;
    this.#values = values;
  }

  /** All messages, one behind the other. */
  ofStream(stream: Stream): Bound {
    switch (stream.kind) {
      case "violation":
        return this.ofText(stream.message);
      case "guard":
        return this.ofStream(stream.then);
      case "branch":
        return longer([this.ofStream(stream.then), this.ofStream(stream.else)]);
      case "sequence":
        return together(
          stream.items.map((item) => this.ofStream(item)),
          separator,
        );
      case "each":
        return { ...unknown, isSingleLine: this.ofStream(stream.body).isSingleLine };
      case "bind":
        return this.with(stream).ofStream(stream.body);
      case "delegate":
        return unknown;
    }
  }

  ofText(expr: Expr): Bound {
    switch (expr.kind) {
      case "literal":
        return ofLiteral(String(expr.value));
      case "concat":
        return together(expr.parts.map((part) => this.ofText(part)));
      case "conditional":
        return longer([this.ofText(expr.then), this.ofText(expr.else)]);
      case "coalesce":
        return longer([this.ofText(expr.of), this.ofText(expr.fallback)]);
      case "let":
        return this.with(expr).ofText(expr.body);
      case "call":
        if (expr.intrinsic === "number.inFull") return longer(expr.args.map(ofType));
        return this.#ofReplaced(expr) ?? this.#ofJoined(expr) ?? ofType(expr);
      case "local": {
        const value = this.#values.get(expr.name);
        return value === undefined ? ofType(expr) : this.ofText(value);
      }
      case "field":
      case "index":
        return this.#ofRead(expr);
      default:
        return ofType(expr);
    }
  }

  /** Of what stands behind a name. */
  with({ binder, value }: Pick<Bind, "binder" | "value">): Bounds {
    return new Bounds(this.#policy, new Map([...this.#values, [binder.name, value]]));
  }

  /** What is left of a text whose line breaks became something else. */
  #ofReplaced({ intrinsic, args: [text, search, replacement] }: Call): Bound | undefined {
    const isOfLines =
      intrinsic === "string.replaceAll" && search?.kind === "literal" && search.value === "\n";
    if (!isOfLines || text === undefined || replacement?.kind !== "literal") return undefined;
    const [{ length }, other] = [this.ofText(text), ofLiteral(String(replacement.value))];
    return { length: length * Math.max(1, other.length), isSingleLine: other.isSingleLine };
  }

  /** The text of some of the texts that are written out. */
  #ofJoined({ intrinsic, args: [list, separator] }: Call): Bound | undefined {
    if (intrinsic !== "list.join" || list === undefined || separator?.kind !== "literal") return undefined;
    const texts = this.#listOf(list)?.items.map(({ value }) => this.ofText(value));
    return texts === undefined ? undefined : together(texts, String(separator.value));
  }

  /** The list that is written out of which this is a part. */
  #listOf(expr: Expr): List | undefined {
    if (expr.kind === "list") return expr.items.some(({ spread }) => spread) ? undefined : expr;
    if (expr.kind === "collect") {
      const { value, iteration, flatten } = expr;
      const isPart = value.kind === "local" && value.name === iteration.binder.name && !flatten;
      return isPart ? this.#listOf(iteration.over) : undefined;
    }
    const value = expr.kind === "local" ? this.#values.get(expr.name) : undefined;
    return value === undefined ? undefined : this.#listOf(value);
  }

  #ofRead(expr: Extract<Expr, { kind: "field" | "index" }>): Bound {
    if (isNamedByLabel(expr) || this.#isLabelOf(expr)) return label;
    if (this.#isQuantity(expr)) return quantity;
    const isName = expr.kind === "field" && shortFields.includes(expr.name) && isObjectOrMetadata(expr.of);
    return isName && (expr.name !== "name" || this.#hasDnsName()) ? name : ofType(expr);
  }

  #hasDnsName(): boolean {
    return this.#policy.match.kinds.every(({ group }) => group !== freelyNamed);
  }

  /** The value of one of the object's labels. */
  #isLabelOf(expr: Expr): boolean {
    if (expr.kind !== "index") return false;
    const of = this.#meant(expr.of);
    return of.kind === "field" && of.name === "labels" && isMetadata(of.of);
  }

  /** Read as a quantity by the API server, and printed in its shortest form (`MarshalJSON` in its `quantity.go`). */
  #isQuantity(expr: Expr): boolean {
    if (!this.#policy.match.kinds.every(isServedByKubernetes)) return false;
    return expr.kind === "index"
      ? holdsQuantities(this.#meant(expr.of), new Set())
      : expr.kind === "field" && isQuantityField(expr);
  }

  #meant(expr: Expr): Expr {
    if (expr.kind === "coalesce" && isEmpty(expr.fallback)) return this.#meant(expr.of);
    const value = expr.kind === "local" ? this.#values.get(expr.name) : undefined;
    return value === undefined ? expr : this.#meant(value);
  }
}

function ofLiteral(text: string): Bound {
  return { length: Buffer.byteLength(text), isSingleLine: !text.includes("\n") };
}

/** What is known by its type alone. */
function ofType({ type }: Expr): Bound {
  const present = required(type);
  if (present.kind === "number" || present.kind === "boolean") return number;
  return present.kind === "string" && present.literals !== undefined
    ? longer(present.literals.map(ofLiteral))
    : unknown;
}

function longer(bounds: readonly Bound[]): Bound {
  return {
    length: Math.max(...bounds.map(({ length }) => length)),
    isSingleLine: bounds.every(({ isSingleLine }) => isSingleLine),
  };
}

function together(bounds: readonly Bound[], between = ""): Bound {
  const gap = ofLiteral(between);
  return {
    length: bounds.reduce((sum, { length }) => sum + length + gap.length, 0),
    isSingleLine: gap.isSingleLine && bounds.every(({ isSingleLine }) => isSingleLine),
  };
}

/** A container's or volume's name. */
function isNamedByLabel(of: Expr): boolean {
  const owner = of.kind === "field" && of.name === "name" ? required(of.of.type) : undefined;
  return owner?.kind === "record" && owner.name.split(" | ").every((one) => named.includes(one));
}

function isObjectOrMetadata(of: Expr): boolean {
  return isMetadata(of) || (of.kind === "input" && of.root === "object");
}

function isMetadata(of: Expr): boolean {
  return of.kind === "field" && of.name === "metadata" && of.of.kind === "input" && of.of.root === "object";
}
