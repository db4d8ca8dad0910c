import { Pod, parameters, policy, violation } from "@policyc/sdk";

const about = { title: "Example", description: "An example.", severity: "low" } as const;
const params = parameters<{ most: number }>({ most: 1 });

export const noHost = policy({
// PC2009 at column 23
  ...about,
  name: "no-host",
  match: [Pod],
  *check({ object }) {
    yield violation(object.metadata.name);
  },
});

export const forgotten = parameters<{ most: number }>({ most: 1 });
// PC2009 at column 26

const noPort = policy({
  ...about,
  name: "no-port",
  match: [Pod],
  params,
  *check({ object, params: { most } }) {
    if (object.spec.containers.length > most) yield violation(object.metadata.name);
  },
});

export default noPort;
