import { document, policy, violation } from "@policyc/sdk";

const Settings = document<{ kind: "Settings" }>({
// PC2103 at column 18
  name: "Settings",
  title: "settings file",
  recognise: {},
});

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Settings],
  *check({ object }) {
    yield violation(object.kind);
  },
});
