import { containers, policy, violation, workloads } from "@policyc/sdk";
import { isPodUpdate } from "../../modules/pod-update.js";

const miners: readonly string[] = [
  "stratum+tcp://",
  "stratum+ssl://",
  "stratum+tls://",
  "stratum2+",
  "xmrig",
  "xmr-stak",
  "minerd",
  "cpuminer",
  "ethminer",
  "nbminer",
];

export default policy({
  name: "attack-commands",
  title: "No commands of an intruder",
  description:
    "Commands, hooks and probes of a container must not hand a shell to an address on the network, nor mine coins.",
  rationale:
    "Who may make a pod, or change one, needs no open port and no exec to be inside for good: a pod that calls him is enough, and comes back by itself when somebody deletes it.",
  remediation:
    "Find out who made the workload, before it is deleted: from when it is, what its service account could do, and what else he made. Wait for a port with an init container, and get into a pod with `kubectl debug`.",
  severity: "critical",
  controls: [
    "MITRE-ATTACK-16/T1610",
    "MITRE-ATTACK-16/T1543.005",
    "MITRE-ATTACK-16/T1496",
    "NIST-800-53-5/SI-4",
    "NIST-800-190/4.4.5",
  ],
  rollout: { difficulty: "low", effect: "medium", load: "low" },
  match: workloads,
  *check({ object, request }) {
    if (isPodUpdate(object, request)) return;
    for (const container of containers(object)) {
      const { postStart, preStop } = container.lifecycle ?? {};
      const commands = [
        [...(container.command ?? []), ...(container.args ?? [])],
        postStart?.exec?.command ?? [],
        preStop?.exec?.command ?? [],
        container.livenessProbe?.exec?.command ?? [],
        container.readinessProbe?.exec?.command ?? [],
        container.startupProbe?.exec?.command ?? [],
      ].map((words) => words.join(" "));
      if (commands.some(handsOutShell))
        yield violation(`container <${container.name}> hands a shell to an address`, container);
      if (commands.some(mines)) yield violation(`container <${container.name}> mines coins`, container);
    }
  },
});

/**
 * Every such line is one that a list of reverse shells has; opening `/dev/tcp` alone is how scripts wait for a port. An
 * API server counts what a pattern costs by the length of the text, so that a long script is searched for a word first.
 */
function handsOutShell(command: string): boolean {
  return (
    runsShell(command) ||
    (opensAddress(command) && /-i *[0-9]?(>&|&>|<>|>) *\/dev\//.test(command)) ||
    (command.includes("socat ") &&
      /(exec|EXEC|system|SYSTEM):["']?(\/[a-z/]*)?(ba|da|a|z)?sh/.test(command)) ||
    (command.includes("mkfifo ") && /(ba|da|a|z)?sh .*\| *(nc|ncat|netcat|telnet|openssl) /.test(command)) ||
    (command.includes("socket") && /(dup2|pty\.spawn)\(/.test(command))
  );
}

/** `nc -e /bin/sh`, `ncat --sh-exec bash`. */
function runsShell(command: string): boolean {
  return /(^|[\n ;&|/"'(])(nc|ncat|netcat) (.* )?(-[a-z]*[ec]|--exec|--sh-exec)[ =]+["']?(\/[a-z/]*)?(ba|da|a|z)?sh([ "';]|$)/.test(
    command,
  );
}

function opensAddress(command: string): boolean {
  return command.includes("/dev/tcp/") || command.includes("/dev/udp/");
}

/** The protocol between a miner and its pool, and the names of the usual miners. */
function mines(command: string): boolean {
  return miners.some((miner) => command.includes(miner));
}
