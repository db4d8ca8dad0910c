import { parameters, Pod, policy, violation } from "@policyc/sdk";

interface Params {
  value: unknown;
}

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  params: parameters<Params>({ value: "" }),
  *check({ params }) {
    if (params.value) yield violation("set");
    // PC1103 at column 9
  },
});
