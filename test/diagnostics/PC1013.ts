import { kind, type NamedObjectMeta, policy, violation } from "@policyc/sdk";

interface Thing {
  apiVersion: "example.com/v1";
  kind: "Thing";
  metadata: NamedObjectMeta;
  spec: { title: string | null; parts: { image?: string; name: string }[] };
}
const Thing = kind<Thing>({
  group: "example.com",
  version: "v1",
  kind: "Thing",
  plural: "things",
  scope: "Namespaced",
});

const titleOf = ({ spec }: Thing): string | null => spec.title;
const both = (thing: Thing): { title: string | null; own: string | null } => ({ title: titleOf(thing), own: thing.metadata.name === "a" ? null : "b" });
const again = (text: string | null): string | null => (text === "" ? null : text);

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Thing],
  *check({ object }) {
    const first = object.spec.parts.find(({ image }) => image === undefined);
    if (first !== null) yield violation(`${first?.name ?? "none"} has no image`);
    // PC1013 at column 9
    // A null of the object is not there, by whatever functions it comes; one that the author writes is.
    if (titleOf(object) === null) yield violation("no title");
    // PC1013 at column 9
    const isNull = (text: string | null): boolean => text === null;
    // PC1013 at column 54
    if (isNull(object.spec.title)) yield violation("no title");
    const { title, own } = both(object);
    if (title === null) yield violation("no title");
    // PC1013 at column 9
    if (own === null) yield violation("none of its own");
    if (again(object.spec.title) !== null) yield violation("none again");
    // PC1013 at column 9
    const [fault, count]: [string | null, number] = object.metadata.name === "a" ? [null, 1] : ["bad", 2];
    if (fault !== null) yield violation(`${fault} ${count}`);
  },
});
