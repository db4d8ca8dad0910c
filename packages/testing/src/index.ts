export { admissionPolicySpec } from "./evaluators/admission-policy.js";
export { type Admitting, engineAdmitting } from "./evaluators/admit.js";
export { type Agreement, agreement, type EngineVerdict } from "./evaluators/agreement.js";
export { celEvaluator, celEvaluatorOf, compileCel, kyvernoEvaluator } from "./evaluators/cel.js";
export { NotEmitted } from "./evaluators/emitted.js";
export {
  type EngineName,
  type Evaluator,
  engineNames,
  type Params,
  type Question,
  type Verdict,
  type Violation,
} from "./evaluators/evaluator.js";
export { type GatekeeperPolicy, gatekeeperPolicy } from "./evaluators/gatekeeper.js";
export { hostFunctions } from "./evaluators/host-functions.js";
export { javascriptEvaluator, type ReferenceMatch } from "./evaluators/javascript.js";
export { importPolicy, PolicyNotLoadable } from "./evaluators/policy-module.js";
export { bundlePolicies, importBundle, type PolicyBundle } from "./evaluators/policy-modules.js";
export {
  compileShared,
  opaEvaluator,
  opaEvaluatorOf,
  regoEvaluator,
  sharedWasmEvaluators,
  type Violations,
  wasmEvaluator,
} from "./evaluators/rego.js";
export { isAdmissionReview, reviewedRequest } from "./fixtures/admission-review.js";
export { type Admit, asAdmitted } from "./fixtures/admitted.js";
export { nestedTooDeep } from "./fixtures/diagnostics/fixture.js";
export { fixtureOf } from "./fixtures/document.js";
export { embeddedDocuments } from "./fixtures/embedded.js";
export { type Inventory, type InventoryOptions, inventoryOf, inventoryTree } from "./fixtures/inventory.js";
export { formatPath, type JsonObject, type JsonPath } from "./fixtures/json.js";
export { kindOf } from "./fixtures/kind-schema.js";
export {
  type Holder,
  isKubernetesObject,
  type Manifest,
  parseDocuments,
  parseManifests,
} from "./fixtures/manifest.js";
export { readTextFile } from "./fixtures/read-text.js";
export { documentKindOf } from "./fixtures/recognise.js";
export {
  type AdmissionRequest,
  admittedRequest,
  bareRequestOf,
  type Fixture,
  type RequestOptions,
  requestOf,
  type UserInfo,
} from "./fixtures/request.js";
export { type SchemaProblem, schemaProblems } from "./fixtures/schema.js";
export { isSchemaValid } from "./fixtures/schema-validity.js";
export { templatedPods } from "./fixtures/templated.js";
export { parseYaml, type YamlDocument } from "./fixtures/yaml.js";
export { constraintMatches } from "./matching/constraint-match.js";
export { labelsOf } from "./matching/labels.js";
export { type Applicable, type Exclusions, matches } from "./matching/matches.js";
export type { Mutant } from "./mutation/mutants.js";
export { pooled } from "./mutation/pool.js";
export { type MutationResult, type MutationRun, runMutation } from "./mutation/run.js";
export { compiledPolicy } from "./suites/compiled-policy.js";
export { isGatorSuite, readGatorSuite } from "./suites/gator.js";
export { inContext } from "./suites/kyverno/context-values.js";
export { policyNamed } from "./suites/kyverno/named.js";
export { isKyvernoTest, readKyvernoTest } from "./suites/kyverno/test.js";
export { parameterProblems, type WrittenParams } from "./suites/parameters.js";
export type { PolicyUnderTest } from "./suites/policy-under-test.js";
export { readSuite } from "./suites/policyc.js";
export type { EngineRun, LocatedViolation, Outcome, TestResult } from "./suites/result.js";
export { type RunOptions, runSuites } from "./suites/run.js";
export type { Expectation, Pattern, PolicyReference, ReadText, Suite, SuiteCase } from "./suites/suite.js";
export { suiteSchema } from "./suites/suite-schema.js";
