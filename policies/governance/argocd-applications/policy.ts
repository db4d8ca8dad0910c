import { parameters, policy, Secret, violation } from "@policyc/sdk";
import { Application, ApplicationSet } from "../../modules/delivery/application.js";

interface Params {
  /** Projects that no Application may be in. */
  projects: string[];
}

const secretType = "argocd.argoproj.io/secret-type";

/** `true`, as an API server stores it. */
const stored = "dHJ1ZQ==";

export default policy({
  name: "argocd-applications",
  title: "Argo CD deploys for a project, from whom it knows",
  description:
    "An Application of Argo CD must not be in the project `default`, and must be fetched by TLS or SSH; a Secret of a repository must not switch the check of its certificate or host key off.",
  rationale:
    "What Argo CD fetches it applies: who answers in place of a repository that nobody checks deploys what he likes. The project `default` allows everything, everywhere.",
  remediation:
    "Name a project with borders, use `https://` or `ssh://`, and give Argo CD the certificate or host key (`argocd-tls-certs-cm`, `argocd-ssh-known-hosts-cm`) instead of `insecure`.",
  severity: "high",
  controls: [
    "NIST-800-53-5/SC-8",
    "NIST-800-53-5/SI-7",
    "NIST-800-53-5/SR-3",
    "NIST-800-53-5/AC-6",
    "NSA-CISA-1.2/encryption",
    "OWASP-K8S-2022/K02",
  ],
  rollout: { difficulty: "medium", effect: "high", load: "low" },
  match: [Application, ApplicationSet, Secret],
  params: parameters<Params>({ projects: ["default"] }),
  *check({ object, params }) {
    const name = `${object.kind} <${object.metadata.name}>`;
    if (object.kind === "Secret") {
      const type = object.metadata.labels?.[secretType] ?? "";
      if (type !== "repository" && type !== "repo-creds") return;
      for (const key of ["insecure", "insecureIgnoreHostKey"]) {
        if (object.stringData?.[key] === "true" || object.data?.[key] === stored)
          yield violation(`${name} is of a repository that nobody checks: ${key} is true`, object.metadata);
      }
      return;
    }
    const spec = object.kind === "Application" ? object.spec : object.spec.template.spec;
    if (params.projects.includes(spec.project))
      yield violation(`${name} is in the project ${spec.project}, which has no borders`, spec);
    for (const { repoURL } of [
      ...(spec.source === undefined ? [] : [spec.source]),
      ...(spec.sources ?? []),
    ]) {
      if (repoURL.startsWith("http://") || repoURL.startsWith("git://"))
        yield violation(`${name} is fetched in plain text: ${repoURL}`, spec);
    }
  },
});
