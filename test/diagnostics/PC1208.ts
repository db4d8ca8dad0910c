import { kind, type NamedObjectMeta, Pod, policy, violation } from "@policyc/sdk";

interface Widget {
  kind: "Widget";
  metadata: NamedObjectMeta;
  spec: { names?: { [key: string]: string | null }; values?: { [key: string]: unknown } };
}

const Widget = kind<Widget>({
  group: "example.com",
  version: "v1",
  kind: "Widget",
  plural: "widgets",
  scope: "Namespaced",
});

const wrap = <T>(value: T): { readonly value: T } => ({ value });

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod, Widget],
  *check({ object }) {
    if (object.kind === "Widget") {
      const { names = {}, values } = object.spec;
      for (const name of Object.keys(names)) yield violation(`${name} is there`);
      // PC1208 at column 26
      for (const [key, value] of Object.entries(values ?? {})) if (value === "a") yield violation(key);
      // PC1208 at column 49
      if (values !== undefined && "a" in values) yield violation("a value");
      // PC1208 at column 35
      if (typeof values?.["b"] === "string") yield violation("b is a text");
      if (names["a"] == null) yield violation("nothing is called a");
      return;
    }
    const { hostname } = object.spec;
    for (const name of Object.keys(wrap(hostname))) yield violation(`${name} is there`);
    // PC1208 at column 24
    if ("hostname" in { hostname }) yield violation("a host name");
    // PC1208 at column 9
    for (const c of object.spec.containers) {
      const image = wrap(c.image);
      if ("value" in image) yield violation(`${c.name} has an image`);
      // PC1208 at column 11
      const parts = { of: c.name, given: { image: c.image, tty: c.tty } };
      for (const [key, part] of Object.entries(parts.given)) yield violation(`${key} is ${part ?? "not there"}`);
      // PC1208 at column 48
      const name = wrap(c.name);
      if ("value" in name) yield violation(`${c.name} has a name`);
    }
  },
});
