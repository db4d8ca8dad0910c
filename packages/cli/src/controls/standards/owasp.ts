import { controls, type Standard } from "../standard.js";

/** OWASP Kubernetes Top Ten, 2022. */
export const owasp2022: Standard = {
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
    ["K10", "outdated and vulnerable components", "a scan of the cluster itself, such as `trivy k8s`"],
  ]),
};

/** OWASP Kubernetes Top Ten, 2025: the supply chain is no item of it any more; what leads into the cloud is a new one. */
export const owasp2025: Standard = {
  prefix: "OWASP-K8S-2025",
  title: "OWASP Kubernetes Top Ten 2025",
  url: "https://owasp.org/www-project-kubernetes-top-ten/",
  isComplete: true,
  controls: controls([
    ["K01", "insecure workload configurations"],
    ["K02", "overly permissive authorization"],
    ["K03", "failures in the management of secrets"],
    ["K04", "no enforcement of policies for the whole cluster"],
    ["K05", "no network segmentation"],
    ["K06", "overly exposed components"],
    ["K07", "misconfigured and vulnerable cluster components"],
    ["K08", "lateral movement from the cluster to the cloud"],
    ["K09", "broken authentication"],
    ["K10", "inadequate logging and monitoring"],
  ]),
};
