import { policy, violation } from "@policyc/sdk";
import { AppProject } from "../../modules/delivery/app-project.js";

export default policy({
  name: "argocd-projects",
  title: "Projects of Argo CD have borders",
  description:
    "An AppProject must name the repositories that it deploys from, the namespaces that it deploys to, and the cluster-wide kinds that it may make.",
  rationale:
    "A project is the only border between the teams that share an Argo CD: with `*` everywhere each of them deploys anything, anywhere, with the rights of the controller. The project `default` is made that way.",
  remediation:
    "List repositories in `sourceRepos`, clusters and namespaces in `destinations`, and kinds in `clusterResourceWhitelist`. Take everything away from the project `default`, and let no Application use it.",
  severity: "high",
  controls: [
    "CIS-2.0/5.6.1",
    "NSA-CISA-1.2/authorization",
    "NIST-800-53-5/AC-6",
    "NIST-800-53-5/CM-5",
    "OWASP-K8S-2022/K03",
    "OWASP-K8S-2025/K02",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [AppProject],
  *check({ object }) {
    const name = `AppProject <${object.metadata.name}>`;
    const { sourceRepos = [], destinations = [], clusterResourceWhitelist = [] } = object.spec;
    if (sourceRepos.some(isEverything)) yield violation(`${name} deploys from every repository`, object.spec);
    for (const destination of destinations) {
      if (isEverything(destination.namespace ?? ""))
        yield violation(`${name} deploys to every namespace`, destination);
      if (isEverything(destination.server ?? "") || isEverything(destination.name ?? ""))
        yield violation(`${name} deploys to every cluster`, destination);
    }
    for (const allowed of clusterResourceWhitelist) {
      if (isEverything(allowed.kind))
        yield violation(`${name} makes cluster-wide objects of every kind`, allowed);
    }
  },
});

function isEverything(pattern: string): boolean {
  return /^\*+$/.test(pattern);
}
