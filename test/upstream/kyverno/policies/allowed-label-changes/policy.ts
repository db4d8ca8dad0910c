import {
  CronJob,
  DaemonSet,
  Deployment,
  Job,
  Pod,
  parameters,
  policy,
  StatefulSet,
  violation,
} from "@policyc/sdk";

interface Params {
  /** The labels that may be added, changed and removed. */
  changeable: string[];
}

export default policy({
  name: "allowed-label-changes",
  title: "Allowed label changes",
  description: "An update may change no label but those listed.",
  severity: "medium",
  match: { kinds: [Pod, Deployment, StatefulSet, DaemonSet, Job, CronJob], operations: ["UPDATE"] },
  kyverno: { rule: "safe-label" },
  params: parameters<Params>({ changeable: ["breakglass"] }),
  *check({ object, oldObject, params }) {
    const before = oldObject?.metadata.labels ?? {};
    const after = object.metadata.labels ?? {};
    for (const name of [...Object.keys(before), ...Object.keys(after)]) {
      if (before[name] !== after[name] && !params.changeable.includes(name))
        yield violation(`the label <${name}> may not be changed`);
    }
  },
});
