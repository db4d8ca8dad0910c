import { controls, type Standard } from "../standard.js";

/** The Pod Security Standards of Kubernetes: the controls of the levels, each by the name in the documentation. */
export const pss: Standard = {
  prefix: "PSS",
  title: "Pod Security Standards of Kubernetes v1.37",
  url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
  isComplete: true,
  controls: controls([
    ["baseline", "the whole level Baseline"],
    ["baseline/host-process", "no HostProcess"],
    ["baseline/host-namespaces", "no host namespaces"],
    ["baseline/privileged-containers", "no privileged containers"],
    ["baseline/capabilities", "no capabilities beyond the usual"],
    ["baseline/hostpath-volumes", "no hostPath volumes"],
    ["baseline/host-ports", "no host ports"],
    ["baseline/host-probes", "no host in probes and lifecycle hooks"],
    ["baseline/apparmor", "AppArmor is not switched off"],
    ["baseline/selinux", "SELinux types and users as expected"],
    ["baseline/proc-mount", "the usual mount of /proc"],
    ["baseline/seccomp", "seccomp is not switched off"],
    ["baseline/sysctls", "only safe sysctls"],
    ["restricted", "the whole level Restricted"],
    ["restricted/proc-mount", "the usual mount of /proc, whatever the user namespace"],
    ["restricted/volume-types", "only volumes of a few types"],
    ["restricted/privilege-escalation", "no privilege escalation"],
    ["restricted/running-as-non-root", "runAsNonRoot"],
    ["restricted/running-as-non-root-user", "no user 0"],
    ["restricted/seccomp", "a seccomp profile is set"],
    ["restricted/capabilities", "all capabilities are dropped"],
    ["namespace-labels", "namespaces have the labels of Pod Security Admission"],
  ]),
};
