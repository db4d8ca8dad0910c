import { containers, policy, violation, workloads } from "@policyc/sdk";
import { isPodUpdate } from "../../modules/pod-update.js";

export default policy({
  name: "downloaded-programs",
  title: "Containers run what is in their image",
  description:
    "Commands, arguments and lifecycle hooks of a container must not download a script and run it.",
  rationale:
    "What is downloaded at the start was not scanned, not signed, and is something else tomorrow: whoever holds the address, or the way there, runs programs in the pod.",
  remediation: "Put the program into the image when it is built, or mount it from a ConfigMap.",
  severity: "high",
  controls: ["NIST-800-190/4.1.5", "NIST-800-53-5/SI-7", "OWASP-K8S-2022/K02"],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: workloads,
  *check({ object, request }) {
    if (isPodUpdate(object, request)) return;
    for (const container of containers(object)) {
      const { postStart, preStop } = container.lifecycle ?? {};
      const words = [
        ...(container.command ?? []),
        ...(container.args ?? []),
        ...(postStart?.exec?.command ?? []),
        ...(preStop?.exec?.command ?? []),
      ];
      if (words.some(runsDownload))
        yield violation(`container <${container.name}> downloads a program and runs it`, container);
    }
  },
});

/** `curl … | sh`, `sh <(curl …)`, `sh -c "$(curl …)"`. */
function runsDownload(word: string): boolean {
  return (
    /(curl|wget)\s[^|;&]*\|\s*(sudo\s+)?(\/[a-z/]+\/)?(ba|da|a|z)?sh(\s|$)/.test(word) ||
    /(ba|da|a|z)?sh\s[^|;&]*(<\(|\$\(|`)\s*(curl|wget)\s/.test(word)
  );
}
