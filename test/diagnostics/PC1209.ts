import { Pod, policy, violation } from "@policyc/sdk";

interface Options {
  name?: string;
  level?: string;
}

const complete = (options: Options): Options => ({ name: "none", level: "low", ...options });
// PC1209 at column 83

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    const { name, level } = complete({ name: object.spec.hostname });
    yield violation(`${name ?? ""} is ${level ?? ""}`);
    const options: Options = { level: object.spec.nodeName };
    const all = { name: "none", level: "low", ...options };
    // PC1209 at column 50
    yield violation(`${all.name} is ${all.level ?? ""}`);
  },
});
