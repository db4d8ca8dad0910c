import { document, policy, violation } from "@policyc/sdk";

const Settings = document<{ kind: "Settings" }>({
// PC2006 at column 18
  name: "settings file",
  title: "settings file",
  recognise: { fields: { kind: ["Settings"] } },
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
