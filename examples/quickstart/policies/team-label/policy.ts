import { Namespace, parameters, policy, violation, workloads } from "@policyc/sdk";

interface Params {
  /** The teams that may own something. */
  teams: string[];
}

export default policy({
  name: "team-label",
  title: "Everything has an owner",
  description: "Namespaces and workloads must carry the label `team`, with the name of a team that exists.",
  rationale: "Who is called at night when it breaks?",
  remediation: "Add the label `team` with your team's name under `metadata.labels`.",
  severity: "low",
  match: [Namespace, ...workloads],
  params: parameters<Params>({ teams: ["platform"] }),
  *check({ object, params }) {
    const team = object.metadata.labels?.["team"];
    if (team === undefined) {
      yield violation(`${object.kind} <${object.metadata.name}> has no label \`team\``, object.metadata);
    } else if (!params.teams.includes(team)) {
      yield violation(`team <${team}> is none of [${params.teams.join(", ")}]`, object.metadata);
    }
  },
});
