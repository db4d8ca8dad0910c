import {
  type Expr,
  expressionsIn,
  expressionsInPolicy,
  expressionsInStream,
  mapAll,
  mapStream,
  type Policy,
  type Stream,
} from "@policyc/ir";
import type { Pass } from "../tree/pass.js";
import { rewritePolicy } from "../tree/rewrite.js";
import { fieldsRead } from "./unpack.js";

/**
 * Fields that nobody reads of the records in a list: a module's function gives all that any policy needs, and this one
 * goes through the list for some of it. After places are forgotten.
 */
export const unreadFields: Pass = {
  name: "unread-fields",
  concerns: ["record"],
  run: (policy) => {
    const reads = readsIn(policy);
    if (reads.size === 0) return policy;
    const functions = policy.functions.map((fn) => {
      const { body, name } = fn;
      if (body.kind !== "value") return fn;
      const value = narrowed(body.value, reads.get(called(name)));
      return value === body.value ? fn : { ...fn, body: { ...body, value } };
    });
    return rewritePolicy(
      { ...policy, functions },
      { expression: narrowedLet(reads), stream: narrowedBind(reads) },
    );
  },
};

/** By what gives a list, its name or the call of a function, the fields that loops over it read. */
type Reads = ReadonlyMap<string, ReadonlySet<string>>;

function narrowedLet(reads: Reads): (expr: Expr) => Expr {
  return (expr) => {
    const value = expr.kind === "let" ? narrowed(expr.value, reads.get(expr.binder.name)) : undefined;
    return expr.kind !== "let" || value === undefined || value === expr.value ? expr : { ...expr, value };
  };
}

function narrowedBind(reads: Reads): (stream: Stream) => Stream {
  return (stream) => {
    const value = stream.kind === "bind" ? narrowed(stream.value, reads.get(stream.binder.name)) : undefined;
    return stream.kind !== "bind" || value === undefined || value === stream.value
      ? stream
      : { ...stream, value };
  };
}

/** Of lists that nothing but loops reads, and these field by field. */
function readsIn(policy: Policy): Reads {
  const unread = new Map<string, number>();
  for (const source of expressionsInPolicy(policy).map(sourceOf))
    if (source !== undefined) unread.set(source, (unread.get(source) ?? 0) + 1);
  const reads = new Map<string, Set<string>>();
  for (const { source, fields } of loopsIn(policy)) {
    if (fields === undefined) continue;
    unread.set(source, (unread.get(source) ?? 0) - 1);
    reads.set(source, new Set([...(reads.get(source) ?? []), ...fields]));
  }
  return new Map([...reads].filter(([source]) => unread.get(source) === 0));
}

interface Loop {
  readonly source: string;
  /** Those that its body reads of an element; nothing where it reads the whole. */
  readonly fields: ReadonlySet<string> | undefined;
}

function loopsIn(policy: Policy): readonly Loop[] {
  const loops: Loop[] = [];
  const add = (over: Expr, name: string, body: readonly Expr[]): void => {
    const source = sourceOf(over);
    if (source !== undefined) loops.push({ source, fields: fieldsRead(body, name) });
  };
  for (const expr of expressionsInPolicy(policy)) {
    if (expr.kind === "quantify")
      add(expr.iteration.over, expr.iteration.binder.name, expressionsIn(expr.where));
    if (expr.kind === "collect") {
      const parts = [expr.value, expr.where, expr.mapKey].flatMap((part) => part ?? []);
      add(expr.iteration.over, expr.iteration.binder.name, parts.flatMap(expressionsIn));
    }
  }
  const visit = (stream: Stream): Stream => {
    if (stream.kind === "each")
      add(stream.iteration.over, stream.iteration.binder.name, expressionsInStream(stream.body));
    return mapStream(stream, (expr) => expr, visit);
  };
  for (const { body } of policy.functions) if (body.kind === "stream") visit(body.stream);
  visit(policy.body);
  return loops;
}

function sourceOf(expr: Expr): string | undefined {
  if (expr.kind === "apply") return called(expr.function);
  return expr.kind === "local" ? expr.name : undefined;
}

/** No name of a value has parentheses. */
function called(name: string): string {
  return `${name}()`;
}

/** A list of records with these fields alone. */
function narrowed(list: Expr, fields: ReadonlySet<string> | undefined): Expr {
  if (fields === undefined || fields.size === 0) return list;
  switch (list.kind) {
    case "list": {
      const items = mapAll(list.items, (item) => {
        const value = item.spread ? narrowed(item.value, fields) : narrowedRecord(item.value, fields);
        return value === item.value ? item : { ...item, value };
      });
      return items === list.items ? list : { ...list, items };
    }
    case "collect": {
      const isList = list.into === "list";
      const value = list.flatten ? narrowed(list.value, fields) : narrowedRecord(list.value, fields);
      return isList && value !== list.value ? { ...list, value } : list;
    }
    default:
      return list;
  }
}

function narrowedRecord(element: Expr, fields: ReadonlySet<string>): Expr {
  if (element.kind !== "record") return element;
  const entries = element.entries.filter(({ name }) => fields.has(name));
  return entries.length === element.entries.length || entries.length === 0
    ? element
    : { ...element, entries };
}
