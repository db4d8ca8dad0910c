import { parameters, Pod, policy, violation } from "@policyc/sdk";

interface Params {
  test?: (name: string) => boolean;
}

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  params: parameters<Params>({  }),
  // PC2202 at column 11
  *check({ object, params }) {
    yield violation(object.metadata.name);
  },
});
