import * as sdk from "@policyc/sdk";

/** What a snippet of the docs or of a test needs around it to be a policy. */
export interface Snippet {
  readonly name: string;
  /** What the module declares beside the policy. */
  readonly module?: string;
  /** The statements of `check`. */
  readonly body: string;
  /** The type argument of `parameters`; without it there are none. */
  readonly paramsType?: string;
  /** The defaults, as written. */
  readonly params?: string;
  /** The oldest Kubernetes that the policy is for, where it says so itself. */
  readonly minKubernetes?: string;
}

/** Types of the SDK that have no value of the same name. */
const types: readonly string[] = ["Container", "PodSpec", "Violation"];
const known: readonly string[] = [...Object.keys(sdk), ...types];

/** A whole module: what it mentions of the SDK is imported. */
export function moduleOf({
  name,
  module = "",
  body,
  paramsType,
  params = "{}",
  minKubernetes,
}: Snippet): string {
  const oldest = minKubernetes === undefined ? "" : `\n  minKubernetes: "${minKubernetes}",`;
  const declared = `${oldest}${paramsType === undefined ? "" : `\n  params: parameters<${paramsType}>(${params}),`}`;
  return `import { ${imported(`${module} ${body} ${declared}`).join(", ")} } from "@policyc/sdk";
${module}
export default policy({
  name: "${name}", title: "Example", description: "An example.", severity: "low", match: [Pod],${declared}
  *check({ object, params, request, oldObject, namespaceObject }) {
${body}
  },
});
`;
}

/** The names of the SDK that the text mentions. */
function imported(text: string): readonly string[] {
  const words = new Set([...(text.match(/\w+/g) ?? []), "Pod", "policy", "violation"]);
  return known.filter((name) => words.has(name));
}
