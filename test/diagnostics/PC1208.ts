import { Pod, policy, violation } from "@policyc/sdk";

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
  },
});
