import { Pod, parseNumber, policy, violation } from "@policyc/sdk";

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  *check({ object }) {
    const share = object.spec.containers.length / 3;
    if (share > 0.1 && share < 2.5 * object.spec.containers.length) yield violation("many");
    if (object.spec.containers.length * 0.1 > 1) yield violation("more");
    // PC1303 at column 9
    const weight = parseNumber(object.metadata.labels?.["weight"] ?? "") ?? 1;
    if (weight < 0.5) yield violation(`${weight} is light`);
    if (weight * 3 > 2) yield violation("heavy");
    // PC1303 at column 9
    yield violation(`${share} of three`);
    // PC1303 at column 21
  },
});
