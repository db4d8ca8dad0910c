import { Pod, parameters, policy, violation } from "@policyc/sdk";

interface Limits {
  /** @minimum 1 */
  cpu: number;
// PC2203 at column 3
  /** @minimum 1 */
  memory: number;
}

interface Params {
  least: Limits;
  most: { [K in Exclude<keyof Limits, "memory"> as `${K}Most`]: Limits[K] } & Pick<Limits, "memory">;
}

export default policy({
  name: "example",
  title: "Example",
  description: "An example.",
  severity: "low",
  match: [Pod],
  params: parameters<Params>({ least: { cpu: 1, memory: 1 }, most: { cpuMost: 2, memory: 2 } }),
  *check({ object, params }) {
    if (object.spec.containers.length > params.most.cpuMost) yield violation(object.metadata.name);
  },
});
