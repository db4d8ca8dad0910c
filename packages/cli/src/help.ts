const exitCodes = `
Exit codes:
  0  all is well
  1  violations, failed tests, or files that --check would change
  2  wrong input: flags, policyc.yaml, a policy, a suite
`;

export const overview = `
Examples:
  $ policyc build                         compile policies/**/policy.ts into dist/
  $ policyc build --env production        with the settings of an environment in policyc.yaml
  $ policyc test                          run every suite.yaml beside a policy
  $ policyc check manifests/              look for violations, with the built-in policies or the project's
  $ policyc init policies-repo            start a project
  $ policyc help build                    everything about a command
${exitCodes}`;

export const buildExamples = `
Examples:
  $ policyc build                                  every policy, every engine, into dist/
  $ policyc build allowed-repos                    one policy
  $ policyc build --target vap --stage enforce     ValidatingAdmissionPolicies that deny
  $ policyc build --target gatekeeper,vap          for these engines only
  $ policyc build --env production --out deploy    an environment, into another folder
  $ policyc build --watch                          while you write: again after each change
  $ policyc build --check                          in CI: are the committed manifests up to date?
  $ policyc build --verify                         in CI: do the engines themselves accept the manifests?
${exitCodes}`;

export const testExamples = `
Examples:
  $ policyc test                             the suites of all policies, by JavaScript and by OPA's WebAssembly
  $ policyc test policies/images             the suites below a folder
  $ policyc test --run "init container"      the cases whose name matches
  $ policyc test --engine all                JavaScript, OPA's WebAssembly, OPA and Kubernetes' CEL must agree
  $ policyc test --watch                     while you write: again what a change concerns
  $ policyc test --engine js                 without the engine: the TypeScript alone
${exitCodes}`;

export const checkExamples = `
Examples:
  $ policyc check manifests/                           every policy, on every manifest and document below
  $ helm template chart | policyc check -              what a chart makes
  $ policyc check --pack rbac,images manifests/        two packs of the built-in library
  $ policyc check --format sarif . > policyc.sarif     for code scanning
  $ policyc check --fail-on high manifests/            tell all, fail on high and critical alone
${exitCodes}`;

export const levelsExamples = `
Examples:
  $ policyc levels manifests/                              every namespace: what it meets, what blocks the next level
  $ kubectl get pods,namespaces -A -o yaml | policyc levels -    a cluster as it runs
  $ policyc levels --standard v1.31 manifests/             by the standards of Kubernetes 1.31
  $ policyc levels --require baseline manifests/           in CI: exit 1 where a namespace is below
${exitCodes}`;

export const mutateExamples = `
Examples:
  $ policyc mutate                     which conditions of the policies does no case test?
  $ policyc mutate allowed-repos       of one policy
  $ policyc mutate --pack rbac --json  of a pack, for programs
${exitCodes}`;

export const controlsExamples = `
Examples:
  $ policyc controls --framework cis                        the CIS Kubernetes Benchmark, section by section
  $ policyc controls --framework cis --kube-bench nodes.json    with what kube-bench found on the nodes
  $ policyc controls --format markdown > controls.md        all frameworks, for an auditor
${exitCodes}`;

export const kindsExamples = `
Examples:
  $ policyc kinds peerauthentications.yaml --out policies/kinds     a module a kind
  $ kubectl get crd certificates.cert-manager.io -o yaml | policyc kinds -    on stdout
${exitCodes}`;

export const explainExamples = `
Examples:
  $ policyc explain PC1012      why \`==\` is not in the language, and what to write instead
${exitCodes}`;

export const initExamples = `
Examples:
  $ policyc init                here
  $ policyc init policies-repo  in a folder of its own
${exitCodes}`;

export const rolloutExamples = `
Examples:
  $ policyc rollout --library                what to adopt first
  $ policyc rollout --pack rbac --sort difficulty    the easiest first
${exitCodes}`;
