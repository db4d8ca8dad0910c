import {
  type Bind,
  type Collect,
  type Each,
  type Expr,
  freeNames,
  type Guard,
  type List,
  type ListItem,
  mapStream,
  type Policy,
  type RecordExpr,
  type Stream,
  substitute,
  weight,
} from "@policyc/ir";
import { foldExpression } from "../fold/index.js";
import { conjunction } from "../fold/logic.js";
import { FreshNames, Renaming } from "../tree/fresh-names.js";
import type { Pass } from "../tree/pass.js";
import { readsIn, rewriteStream } from "../tree/rewrite.js";
import { substituteInStream } from "../tree/substitute.js";

/**
 * A loop over records that are made for it asks its question before they are made: of all containers with their roles
 * only those that are to blame get a record. In CEL a map costs as much as the whole question. Where no more than a
 * message is made of a record, each part of the list is a loop of its own, and nothing is made but the message.
 * After the names that no loop changes have come to the top.
 */
export const filterFirst: Pass = {
  name: "filter-first",
  run: (policy) => ({ ...policy, body: new FilterFirst(policy).stream(policy.body) }),
};

/** Longer questions and messages are not written once for each part of a list. */
const short = 24;

/** A loop whose body is one question. */
interface Asking extends Each {
  readonly body: Guard;
}

/** What makes the records: `xs.map(x => ({ … }))`. */
interface Making extends Collect {
  readonly value: RecordExpr;
}

/** A list of records with a name. */
interface Records extends Bind {
  readonly value: List;
}

class FilterFirst {
  readonly #policy: Policy;
  readonly #names: FreshNames;
  readonly #records = new Map<string, Records>();
  /** The names that all of the policy sees. */
  readonly #known = new Set<string>();
  /** Lists that the loops have in place of those with all records. */
  readonly #narrowed: Bind[] = [];

  constructor(policy: Policy) {
    this.#policy = policy;
    this.#names = FreshNames.of(policy);
  }

  /** Goes past the names at the top, then puts those that it has made behind them. */
  stream(stream: Stream): Stream {
    if (stream.kind === "bind") {
      this.#known.add(stream.binder.name);
      if (isRecords(stream) && isForLoops(stream)) this.#records.set(stream.binder.name, stream);
      return mapStream(
        stream,
        (value) => value,
        (body) => this.stream(body),
      );
    }
    const body = rewriteStream(stream, { stream: (inner) => this.#loop(inner) });
    return this.#narrowed.reduceRight<Stream>((inner, bind) => ({ ...bind, body: inner }), body);
  }

  #loop(stream: Stream): Stream {
    if (!isAsking(stream) || stream.iteration.over.kind !== "local") return stream;
    const records = this.#records.get(stream.iteration.over.name);
    return records === undefined || !this.#isKnown(stream) ? stream : this.#over(records, stream);
  }

  /** Does the question read nothing that a loop around gives? */
  #isKnown({ iteration, body }: Asking): boolean {
    return [...freeNames(body.when)].every((name) => name === iteration.binder.name || this.#known.has(name));
  }

  #over(records: Records, loop: Asking): Stream {
    const { iteration, body } = loop;
    if (isShortMessage(body.then))
      return {
        kind: "sequence",
        items: records.value.items.flatMap(({ value }) =>
          isMaking(value) ? this.#without(value, loop) : [],
        ),
        span: loop.span,
      };
    const items = records.value.items.map(
      (item): ListItem =>
        isMaking(item.value)
          ? { ...item, value: this.#asking(item.value, iteration.binder.name, body.when) }
          : item,
    );
    const binder = { ...records.binder, name: this.#names.unique(records.binder.name) };
    this.#narrowed.push({ ...records, binder, value: { ...records.value, items } });
    const over: Expr = { kind: "local", name: binder.name, type: binder.type, span: iteration.over.span };
    return { ...loop, iteration: { ...iteration, over }, body: body.then };
  }

  /** The loop over what a part makes its records of. */
  #without(part: Making, { iteration: { binder }, body, span }: Asking): Stream {
    const record = new Map([[binder.name, part.value]]);
    const asked = substitute(body.when, record);
    const when = part.where === undefined ? asked : conjunction([part.where, asked], body.span);
    const then = substituteInStream(body.then, record);
    return new Renaming(this.#names).stream({
      kind: "each",
      iteration: part.iteration,
      body: { ...body, when, then },
      span,
    });
  }

  #asking(part: Making, element: string, question: Expr): Expr {
    const asked = foldExpression(substitute(question, new Map([[element, part.value]])), this.#policy);
    const where = part.where === undefined ? asked : conjunction([part.where, asked], question.span);
    return new Renaming(this.#names).expression({ ...part, where });
  }
}

function isAsking(stream: Stream): stream is Asking {
  return (
    stream.kind === "each" &&
    stream.iteration.key === undefined &&
    stream.body.kind === "guard" &&
    weight(stream.body.when) <= short
  );
}

function isShortMessage(stream: Stream): boolean {
  return stream.kind === "violation" && weight(stream.message) <= short;
}

/** Whoever else reads the list needs all of it. */
function isForLoops({ binder, body }: Records): boolean {
  let loops = 0;
  const visit = (child: Stream): Stream => {
    const over = isAsking(child) ? child.iteration.over : undefined;
    if (over?.kind === "local" && over.name === binder.name) loops++;
    return mapStream(child, (expr) => expr, visit);
  };
  visit(body);
  return loops > 0 && readsIn(body, binder.name) === loops;
}

function isRecords(bind: Bind): bind is Records {
  const { value } = bind;
  return value.kind === "list" && value.items.every((item) => item.spread && isMaking(item.value));
}

function isMaking(expr: Expr): expr is Making {
  return expr.kind === "collect" && expr.into === "list" && !expr.flatten && expr.value.kind === "record";
}
