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
    const shares = object.spec.containers.map((c) => ({ name: c.name, of: (c.ports ?? []).length / 3 }));
    if (shares.some(({ of }) => of * 3 === 1)) yield violation("one");
    // PC1303 at column 33
    const weights = object.spec.containers.reduce((sum, c) => sum + (c.stdin ? 0.1 : 0), 0);
    // PC1303 at column 21
    if (weights === 0.3) yield violation("three tenths");
    yield violation(`${share} of three`);
    // PC1303 at column 21
    for (const { name, of } of shares) if (of > 0.1) yield violation(`${name} has ${of}`);
    // PC1303 at column 70
    for (const each of new Set([share, 1])) yield violation(`${each}`);
    // PC1303 at column 61
  },
});
