import { controls, type Standard } from "../standard.js";

/**
 * Techniques of the matrix for containers of MITRE ATT&CK v16 (October 2024) that manifests, or their absence, can make harder. Two are of the
 * matrix for Linux, which nodes and containers are: what reads and changes traffic on its way.
 */
export const mitre: Standard = {
  prefix: "MITRE-ATTACK-16",
  title: "MITRE ATT&CK v16 for containers (techniques)",
  url: "https://attack.mitre.org/matrices/enterprise/containers/",
  isComplete: false,
  controls: controls([
    ["T1190", "exploit a public-facing application", "tests and scans of the application"],
    ["T1133", "external remote services"],
    ["T1078", "valid accounts"],
    ["T1078.001", "valid accounts: default accounts"],
    ["T1609", "container administration command"],
    ["T1610", "deploy a container"],
    ["T1053.007", "scheduled task: container orchestration job"],
    ["T1204.003", "user execution: malicious image"],
    ["T1098", "account manipulation"],
    ["T1098.006", "account manipulation: additional container cluster roles"],
    ["T1136", "create an account", "alerts on the audit log"],
    ["T1525", "implant an internal image"],
    ["T1543.005", "create or modify a system process: container service"],
    ["T1068", "exploitation for privilege escalation"],
    ["T1611", "escape to the host"],
    ["T1612", "build an image on the host"],
    ["T1036.005", "masquerading: a legitimate name or location"],
    ["T1070", "indicator removal", "logs that are kept outside the cluster"],
    ["T1550.001", "alternate authentication material: application access token"],
    ["T1562.001", "impair defences: disable or modify tools"],
    ["T1110", "brute force", "monitoring of authentication"],
    ["T1528", "steal an application access token"],
    ["T1552", "unsecured credentials"],
    ["T1552.001", "unsecured credentials: in files"],
    ["T1552.007", "unsecured credentials: container API"],
    ["T1613", "container and resource discovery", "alerts on the audit log"],
    ["T1046", "network service discovery"],
    ["T1069", "permission groups discovery", "alerts on the audit log"],
    ["T1557", "adversary in the middle (matrix for Linux)"],
    ["T1040", "network sniffing (matrix for Linux)"],
    ["T1485", "data destruction"],
    ["T1490", "inhibit system recovery", "backups outside the cluster"],
    ["T1496", "resource hijacking"],
    ["T1498", "network denial of service", "protection before the cluster"],
    ["T1499", "endpoint denial of service"],
  ]),
};
