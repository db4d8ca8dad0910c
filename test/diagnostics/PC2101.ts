import { policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [],
  // PC2101 at column 10
  *check() {
    yield violation("never");
  },
});
