import { Pod, policy, violation } from "@policyc/sdk";

enum Level {
  low,
}

class Reader {
  read(): string {
    return "x";
  }
}

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    for (let i = object.spec.containers.length; i > 0; i--) {
    // PC1001 at column 5
      yield violation(`container ${i}`);
    }
    if (Object.keys(Level).includes("low")) yield violation(new Reader().read());
    // PC1001 at column 21
    // PC1001 at column 61
    yield violation(object.metadata.name.split(/-|ab/).join());
    // PC1001 at column 48
    for (const position in object.spec.containers) yield violation(position);
    // PC1001 at column 5
    const labels = new Map(Object.entries(object.metadata.labels ?? {}));
    for (const [index, c] of Object.entries(object.spec.containers)) yield violation(`${index} ${c.name}`);
    // PC1001 at column 45
    if (Object.keys(labels).length > 1 || "app" in labels) yield violation("labels");
    // PC1001 at column 21
    // PC1001 at column 52
    const [label] = labels;
    // PC1001 at column 11
    yield violation(`${Number(object.spec.hostNetwork)}`);
    // PC1001 at column 24
    if (/^\d+$/.test(object.metadata.name)) yield violation(`${Number(object.metadata.name)}`);
    // PC1001 at column 64
    yield violation(`${-object.metadata.name}`);
    // PC1001 at column 24
    if (/^\d$/.test(object.metadata.name)) yield violation(`${~object.metadata.name}`);
    // PC1001 at column 63
    yield* named(object.metadata.name);
    if (hostOf(object.metadata.name) === "reg") yield violation("host");
    if (share(object.spec.containers.length) > 3) yield violation("few");
    if (shares(object) > 3) yield violation("what is wrong is said once");
    yield violation(ordered(object).join());
    yield violation(numbered(object).join());
    for (const text of [...readTwice(object), misnamed(object)]) yield violation(text);
  },
});

function* named(name: string) {
  yield violation(name);
  return name;
  // PC1001 at column 3
}

function hostOf(reference: string): string {
  const m = /^(?<host>[a-z]+)\/(.+)$/.exec(reference);
  const tagged = /^([a-z]+)(:(.*))?$/.exec(reference);
  // PC1001 at column 18
  return `${m?.groups?.["host"] ?? "none"} ${tagged?.[1] ?? "none"}`;
}

function share(parts: number): number {
  if (parts === 0) return 0;
  parts = parts - 1;
  return Math.floor(10 / parts);
  // PC1001 at column 21
}

function shares({ spec }: Pod): number {
  return spec.containers.reduce((sum, c) => sum + 10 / (c.ports ?? []).length, 0);
  // PC1001 at column 51
}

/** What does not ask the same of both, or leaves open what becomes of two that are equal. */
function ordered({ spec }: Pod): string[] {
  const byName = spec.containers.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  // PC1001 at column 34
  const mixed = spec.containers.toSorted((a, b) => (a.ports ?? []).length - (b.args ?? []).length);
  // PC1001 at column 33
  const own = spec.containers.toSorted((a, b) => (a.ports ?? []).length - (a.args ?? []).length);
  // PC1001 at column 31
  return [...byName, ...mixed, ...own].map((c) => c.name);
}

/** A filter that shows something else, or of something else. */
function numbered({ spec }: Pod): number[] {
  const parts = (spec.hostname ?? "").split("-");
  const some = parts.filter((part) => /^\d*[a-z]?$/.test(part)).map((part) => Number(part));
  // PC1001 at column 79
  const others = parts.filter((part) => /^\d+$/.test(`${part}1`)).map((part) => Number(part));
  // PC1001 at column 81
  const changed = parts
    .filter((part) => /^\d{1,3}$/.test(part))
    .map((part) => {
      part = `${part}x`;
      return Number(part);
      // PC1001 at column 14
    });
  return [...some, ...others, ...changed];
}

/** JavaScript goes through an iterator once, and the engines through a list as often as they are asked to. */
function readTwice({ spec }: Pod): string[] {
  const images = new Map(spec.containers.map((c) => [c.name, c.image ?? ""]));
  const keys = images.keys();
  // PC1001 at column 16
  const pairs = spec.containers.entries();
  // PC1001 at column 17
  const words = (spec.hostname ?? "").matchAll(/[a-z]+/g);
  // PC1001 at column 17
  return [...keys, ...keys, ...[...pairs].map(([i]) => `${i}`), ...[...pairs].map(([i]) => `${i}`)].concat(
    [...words].map(([word]) => word),
    [...words].map(([word]) => word),
  );
}

/** Groups that the pattern does not name. */
function misnamed({ spec }: Pod): string {
  const unnamed = /^([a-z]+)-/.exec(spec.hostname ?? "")?.groups?.team ?? "";
  // PC1001 at column 19
  const other = /^(?<team>[a-z]+)-/.exec(spec.hostname ?? "")?.groups?.tema ?? "";
  // PC1001 at column 72
  const [first, , third] = ["a", , spec.hostname];
  // PC1001 at column 33
  return `${unnamed}${other}${first ?? ""}${third ?? ""}`;
}
