import {
  globMatches,
  type LabelSelector,
  matchesSelector,
  Namespace,
  parameters,
  policy,
  violation,
} from "@policyc/sdk";
import {
  isUnknownLabel,
  isVersion,
  type Level,
  type Mode,
  podSecurityLabel,
  strictness,
} from "../../modules/pod-security/namespace-labels.js";
import { minorVersion } from "../../modules/pod-security/version.js";

interface Rule {
  /** Names of namespaces; `*` and `?` are wildcards. All where it is left out. */
  names?: string[];
  /** Labels of the namespaces. All where it is left out. */
  selector?: LabelSelector;
  /** The levels that these namespaces may enforce. */
  levels: Level[];
}

interface Params {
  /** Which namespaces may enforce which levels: the first rule for a namespace decides. */
  rules?: Rule[];
  /** The modes that must be labelled. */
  modes?: Mode[];
  /** `enforce-version` must be a version, so that an upgrade of the cluster refuses no pod of its own accord. */
  pinned?: boolean;
  /**
   * The oldest version that a label may pin, e.g. `v1.31`.
   * @pattern ^v1\.(0|[1-9][0-9]*)$
   */
  minimumVersion?: string;
  /** The annotation in which a namespace that enforces `privileged` must say why. */
  reasonAnnotation?: string;
}

export default policy({
  name: "pod-security-namespace-labels",
  title: "Pod Security labels of namespaces",
  description:
    "Every namespace must say which level of the Pod Security Standards it enforces, by labels that Kubernetes understands, and only one that it may.",
  rationale:
    "A namespace without the label, or with a misspelt one, enforces nothing: Pod Security admission ignores what it does not know.",
  remediation:
    "Label the namespace with pod-security.kubernetes.io/enforce and its version; see which level its workloads meet with `policyc levels`. A namespace that must be privileged says why in an annotation.",
  severity: "high",
  controls: [
    "PSS/namespace-labels",
    "CIS-2.0/5.2.1",
    "NSA-CISA-1.2/pod-security",
    "OWASP-K8S-2022/K04",
    "OWASP-K8S-2025/K04",
  ],
  rollout: { difficulty: "low", effect: "high", load: "low" },
  match: [Namespace],
  params: parameters<Params>({
    rules: [
      { names: ["kube-system", "kube-node-lease"], levels: ["privileged", "baseline", "restricted"] },
      { levels: ["baseline", "restricted"] },
    ],
    modes: ["enforce"],
  }),
  *check({ object, params }) {
    yield* understood(object);
    yield* allowed(object, params.rules ?? []);
    yield* labelled(object, params.modes ?? []);
    yield* current(object, params.pinned ?? false, params.minimumVersion);
    yield* explained(object, params.reasonAnnotation);
  },
});

/** Every label of Pod Security is one, and has a value that it may have. */
function* understood({ metadata }: Namespace) {
  for (const key of Object.keys(metadata.labels ?? {})) {
    if (isUnknownLabel(key)) yield violation(`${key} is no label of Pod Security: it is ignored`, metadata);
  }
  for (const mode of ["enforce", "audit", "warn"]) {
    const level = metadata.labels?.[podSecurityLabel(mode)];
    if (level !== undefined && strictness(level) < 0)
      yield violation(
        `${podSecurityLabel(mode)} must be privileged, baseline or restricted, not "${level}"`,
        metadata,
      );
    const version = metadata.labels?.[podSecurityLabel(`${mode}-version`)];
    if (version !== undefined && !isVersion(version))
      yield violation(
        `${podSecurityLabel(`${mode}-version`)} must be latest or a version like v1.37, not "${version}"`,
        metadata,
      );
  }
}

/** The first rule for the namespace has the level that it enforces. */
function* allowed({ metadata }: Namespace, rules: readonly Rule[]) {
  const level = metadata.labels?.[podSecurityLabel("enforce")];
  const rule = rules.find((one) => isFor(one, metadata.name, metadata.labels ?? {}));
  if (
    level !== undefined &&
    strictness(level) >= 0 &&
    rule !== undefined &&
    !rule.levels.some((one) => one === level)
  )
    yield violation(
      `namespace <${metadata.name}> must enforce ${rule.levels.join(" or ")}, not ${level}`,
      metadata,
    );
}

function isFor(rule: Rule, name: string, labels: { [key: string]: string }): boolean {
  const isNamed = rule.names === undefined || rule.names.some((pattern) => globMatches(pattern, name));
  return isNamed && (rule.selector === undefined || matchesSelector(rule.selector, labels));
}

/** The modes that must be there are, and none reports less than what is refused anyway. */
function* labelled({ metadata }: Namespace, modes: readonly Mode[]) {
  const enforced = metadata.labels?.[podSecurityLabel("enforce")] ?? "privileged";
  for (const mode of modes) {
    if (metadata.labels?.[podSecurityLabel(mode)] === undefined)
      yield violation(`namespace <${metadata.name}> must have the label ${podSecurityLabel(mode)}`, metadata);
  }
  for (const mode of ["audit", "warn"]) {
    const level = metadata.labels?.[podSecurityLabel(mode)];
    if (level !== undefined && strictness(level) >= 0 && strictness(level) < strictness(enforced))
      yield violation(
        `${podSecurityLabel(mode)} is ${level}, which says nothing that enforcing ${enforced} does not refuse`,
        metadata,
      );
  }
}

/** Versions are pinned where they must be, and not to an old one. */
function* current({ metadata }: Namespace, pinned: boolean, minimum: string | undefined) {
  const enforced = metadata.labels?.[podSecurityLabel("enforce-version")] ?? "latest";
  if (pinned && enforced === "latest")
    yield violation(
      `${podSecurityLabel("enforce-version")} must be a version, so that an upgrade of the cluster refuses no pod`,
      metadata,
    );
  if (minimum === undefined) return;
  for (const mode of ["enforce", "audit", "warn"]) {
    const version = metadata.labels?.[podSecurityLabel(`${mode}-version`)] ?? "latest";
    if (minorVersion(version) < minorVersion(minimum))
      yield violation(
        `${podSecurityLabel(`${mode}-version`)} must be ${minimum} or newer, not ${version}`,
        metadata,
      );
  }
}

/** A privileged namespace says why it is. */
function* explained({ metadata }: Namespace, annotation: string | undefined) {
  const level = metadata.labels?.[podSecurityLabel("enforce")];
  if (annotation === undefined || level !== "privileged") return;
  if ((metadata.annotations?.[annotation] ?? "").trim() === "")
    yield violation(
      `namespace <${metadata.name}> enforces privileged and must say why in the annotation ${annotation}`,
      metadata,
    );
}
