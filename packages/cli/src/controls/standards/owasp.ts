import { controls, type Standard } from "../standard.js";

/** OWASP Kubernetes Top Ten, 2022. */
export const owasp: Standard = {
  prefix: "OWASP-K8S-2022",
  title: "OWASP Kubernetes Top Ten 2022",
  url: "https://owasp.org/www-project-kubernetes-top-ten/",
  isComplete: true,
  controls: controls([
    ["K01", "insecure workload configurations"],
    ["K02", "supply chain vulnerabilities"],
    ["K03", "overly permissive RBAC"],
    ["K04", "no central enforcement of policies"],
    ["K05", "inadequate logging and monitoring"],
    ["K06", "broken authentication"],
    ["K07", "no network segmentation"],
    ["K08", "failures in the management of secrets"],
    ["K09", "misconfigured cluster components"],
    ["K10", "outdated and vulnerable components"],
  ]),
};
