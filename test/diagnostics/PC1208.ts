import { Pod, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    const { hostname, subdomain } = object.spec;
    for (const [name, value] of Object.entries({ hostname, subdomain }))
      // PC1208 at column 48
      if (value === undefined) yield violation(`${name} is missing`);
    if ("hostname" in { hostname }) yield violation("a host name");
    // PC1208 at column 9
  },
});
