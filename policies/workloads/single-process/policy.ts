import {
  appContainers,
  type Container,
  codePointSlice,
  parameters,
  policy,
  violation,
  workloads,
} from "@policyc/sdk";
import { isExemptImage } from "../../modules/exempt-images.js";
import { isPodUpdate } from "../../modules/pod-update.js";

interface Params {
  /** Programs that start others, or that have no place in a container, by their file's name. */
  programs?: string[];
  /** Images that are left alone: exact references, or prefixes that end with `*`. Begin them with the registry. */
  exemptImages?: string[];
}

export default policy({
  name: "single-process",
  title: "One process for each container",
  description:
    "A container must run its program itself: no process supervisor, no cron or SSH server, no shell that starts programs in the background, and not nothing at all.",
  rationale:
    "Kubernetes watches the first process alone. What a supervisor or a shell starts beside it dies, hangs or leaks unseen, its output is lost, and an SSH server is a way in that no RBAC knows of.",
  remediation:
    "Run one program for each container: a second one in a container of its own, periodic ones as a CronJob; use `kubectl exec` instead of SSH.",
  severity: "low",
  controls: ["NIST-800-190/4.1.2", "NIST-800-53-5/CM-7"],
  rollout: { difficulty: "high", effect: "low", load: "low" },
  match: workloads,
  params: parameters<Params>({
    programs: [
      "cron",
      "crond",
      "init",
      "monit",
      "pm2",
      "runsvdir",
      "s6-svscan",
      "sshd",
      "supervisord",
      "systemd",
    ],
  }),
  *check({ object, params, request }) {
    if (isPodUpdate(object, request)) return;
    for (const container of appContainers(object)) {
      if (isExemptImage(container.image ?? "", params.exemptImages ?? [])) continue;
      const words = [...(container.command ?? []), ...(container.args ?? [])];
      const program = fileName(words[0] ?? "");
      if ((params.programs ?? []).includes(program))
        yield violation(`container <${container.name}> runs ${program} in place of one program`, container);
      if (isShell(program)) yield* inForeground(container, words);
      if (isIdle(words.join(" ")))
        yield violation(
          `container <${container.name}> runs nothing: it waits for somebody to get in`,
          container,
        );
    }
  },
});

function* inForeground(container: Container, words: readonly string[]) {
  // `&` by itself: not `&&`, `2>&1`, `&>`, `|&`, nor the `&` of a URL.
  if (words.some((word) => /(^|[^&>|])&(\s|;|$)/u.test(word)))
    yield violation(`container <${container.name}> starts programs in the background of a shell`, container);
}

function isShell(program: string): boolean {
  return ["ash", "bash", "dash", "sh", "zsh"].includes(program);
}

/** What counts is how it ends: a script that is long costs an API server more than it allows. */
function isIdle(command: string): boolean {
  const end = codePointSlice(command.trim(), -60);
  return (
    /(^|[\s;/])(sleep\s+(inf|infinity)|tail\s+-f\s+\/dev\/null)\s*;?$/.test(end) ||
    /(^|[\s;])while\s+(true|:)\s*;\s*do\s+sleep\s+[0-9]+[smhd]?\s*;\s*done\s*;?$/.test(end)
  );
}

function fileName(path: string): string {
  return path.split("/").at(-1) ?? "";
}
