import { Pod, policy, violation } from "@policyc/sdk";

const wrap = <T>(value: T): { readonly value: T } => ({ value });

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
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
