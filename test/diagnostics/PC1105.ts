import { type Container, Pod, policy, violation } from "@policyc/sdk";

function texts(c: Container): string | string[] {
  if (c.image === undefined) return c.name;
  return [c.name, c.image];
}

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    const all = object.spec.containers.flatMap((c) => texts(c));
    // PC1105 at column 55
    yield violation(all.join());
    if (isEmpty(object.spec.containers)) yield violation("none");
    // PC1105 at column 17
    if (isEmpty(object.metadata.name)) yield violation("unnamed");
    // PC1105 at column 17
    yield violation(joined(new Set(object.spec.containers.map((c) => c.name))));
    // PC1105 at column 28
    yield violation(`${sizeOf(new Set(object.spec.containers.map((c) => c.name)))}`);
    // PC1105 at column 31
    const some: { length: number } = object.spec.containers;
    // PC1105 at column 38
    yield violation(`${some.length} ${lengthOf("a")} ${firstOf("a")} ${countOf("a")}`);
  },
});

const isEmpty = (items: { length: number }): boolean => items.length === 0;
const joined = (items: Iterable<string>): string => [...items].join();
const sizeOf = <T extends { size: number }>(items: T): number => items.size;
const lengthOf = (texts: string | readonly string[]): number => texts.length;
// PC1105 at column 65
const firstOf = (texts: string | readonly string[]): string => texts[0] ?? "none";
// PC1105 at column 64
const countOf = ({ length }: string | readonly string[]): number => length;
// PC1105 at column 20
