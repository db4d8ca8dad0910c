import { kind, type NamedObjectMeta, Pod, policy, violation } from "@policyc/sdk";

interface Widget {
  kind: "Widget";
  metadata: NamedObjectMeta;
  spec: { names?: { [key: string]: string | null } };
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
      const { names = {} } = object.spec;
      for (const name of Object.keys(names)) yield violation(`${name} is there`);
      // PC1208 at column 26
      if (names["a"] == null) yield violation("nothing is called a");
      return;
    }
    const { hostname, subdomain } = object.spec;
    for (const name of Object.keys({ hostname, subdomain })) yield violation(`${name} is there`);
    // PC1208 at column 24
    if ("hostname" in { hostname }) yield violation("a host name");
    // PC1208 at column 9
    for (const c of object.spec.containers) {
      const image = wrap(c.image);
      if ("value" in image) yield violation(`${c.name} has an image`);
      // PC1208 at column 11
      const name = wrap(c.name);
      if ("value" in name) yield violation(`${c.name} has a name`);
    }
  },
});
