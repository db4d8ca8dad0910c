package main

import (
	"context"
	"encoding/json"
	"fmt"

	admissionv1 "k8s.io/api/admissionregistration/v1"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/version"
	"k8s.io/apiserver/pkg/admission"
	plugincel "k8s.io/apiserver/pkg/admission/plugin/cel"
	"k8s.io/apiserver/pkg/admission/plugin/policy/validating"
	"k8s.io/apiserver/pkg/admission/plugin/webhook/matchconditions"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
	"k8s.io/apiserver/pkg/authentication/user"
	"k8s.io/apiserver/pkg/cel/environment"
)

type celRequest struct {
	// The Kubernetes minor whose expressions are allowed, e.g. "1.30".
	Version string `json:"version"`
	// Who reads the expressions: "kubernetes" or "kyverno".
	Dialect string `json:"dialect"`
	// The spec of a ValidatingAdmissionPolicy.
	Spec json.RawMessage `json:"spec"`

	Handle          int             `json:"handle"`
	Object          json.RawMessage `json:"object"`
	OldObject       json.RawMessage `json:"oldObject"`
	NamespaceObject json.RawMessage `json:"namespaceObject"`
	Attributes      attributes      `json:"attributes"`
}

type attributes struct {
	Group       string   `json:"group"`
	Version     string   `json:"version"`
	Kind        string   `json:"kind"`
	Resource    string   `json:"resource"`
	SubResource string   `json:"subResource"`
	Namespace   string   `json:"namespace"`
	Name        string   `json:"name"`
	Operation   string   `json:"operation"`
	DryRun      bool     `json:"dryRun"`
	Username    string   `json:"username"`
	UID         string   `json:"uid"`
	Groups      []string `json:"groups"`

	ResourceGroup   string              `json:"resourceGroup"`
	ResourceVersion string              `json:"resourceVersion"`
	Extra           map[string][]string `json:"extra"`
	Options         json.RawMessage     `json:"options"`
}

// An expression that does not compile.
type celProblem struct {
	Where   string `json:"where"`
	Message string `json:"message"`
}

type celCompiled struct {
	Handle   int          `json:"handle"`
	Problems []celProblem `json:"problems"`
}

type celDecision struct {
	Action  string `json:"action"`
	Error   bool   `json:"error"`
	Message string `json:"message"`
}

var validators []validating.Validator

func parseCel(body []byte) (celRequest, error) {
	var request celRequest
	err := json.Unmarshal(body, &request)
	return request, err
}

// Compiles a policy as the API server of the given version compiles it when it is created.
func celCompile(body []byte) (any, error) {
	request, err := parseCel(body)
	if err != nil {
		return nil, err
	}
	var spec admissionv1.ValidatingAdmissionPolicySpec
	if err := json.Unmarshal(request.Spec, &spec); err != nil {
		return nil, err
	}
	minor, err := version.ParseMajorMinor(request.Version)
	if err != nil {
		return nil, err
	}
	environments, err := environmentsOf(minor, request.Dialect)
	if err != nil {
		return nil, err
	}
	compiler, err := plugincel.NewCompositedCompiler(environments)
	if err != nil {
		return nil, err
	}
	declarations := plugincel.OptionalVariableDeclarations{HasParams: spec.ParamKind != nil, HasAuthorizer: true}
	messageDeclarations := plugincel.OptionalVariableDeclarations{HasParams: spec.ParamKind != nil}
	problems := []celProblem{}
	check := func(where string, accessor plugincel.ExpressionAccessor, options plugincel.OptionalVariableDeclarations) {
		if result := compiler.CompileCELExpression(accessor, options, environment.NewExpressions); result.Error != nil {
			problems = append(problems, celProblem{Where: where, Message: result.Error.Detail})
		}
	}
	for _, variable := range spec.Variables {
		accessor := &validating.Variable{Name: variable.Name, Expression: variable.Expression}
		if result := compiler.CompileAndStoreVariable(accessor, declarations, environment.NewExpressions); result.Error != nil {
			problems = append(problems, celProblem{Where: "variable " + variable.Name, Message: result.Error.Detail})
		}
	}
	conditions := make([]plugincel.ExpressionAccessor, 0, len(spec.MatchConditions))
	for index := range spec.MatchConditions {
		accessor := (*matchconditions.MatchCondition)(&spec.MatchConditions[index])
		conditions = append(conditions, accessor)
		check("match condition "+accessor.Name, accessor, declarations)
	}
	validations := make([]plugincel.ExpressionAccessor, len(spec.Validations))
	messages := make([]plugincel.ExpressionAccessor, len(spec.Validations))
	for index, validation := range spec.Validations {
		validations[index] = &validating.ValidationCondition{Expression: validation.Expression, Message: validation.Message, Reason: validation.Reason}
		check(fmt.Sprintf("validation %d", index), validations[index], declarations)
		if validation.MessageExpression != "" {
			messages[index] = &validating.MessageExpressionCondition{MessageExpression: validation.MessageExpression}
			check(fmt.Sprintf("message of validation %d", index), messages[index], messageDeclarations)
		}
	}
	failurePolicy := admissionv1.Fail
	var matcher matchconditions.Matcher
	if len(conditions) > 0 {
		matcher = matchconditions.NewMatcher(compiler.CompileCondition(conditions, declarations, environment.StoredExpressions), &failurePolicy, "policy", "validate", "policy")
	}
	validators = append(validators, validating.NewValidator(
		compiler.CompileCondition(validations, declarations, environment.StoredExpressions),
		matcher,
		compiler.CompileCondition(nil, declarations, environment.StoredExpressions),
		compiler.CompileCondition(messages, messageDeclarations, environment.StoredExpressions),
		&failurePolicy, nil,
	))
	return celCompiled{Handle: len(validators) - 1, Problems: problems}, nil
}

func unstructuredOrNil(raw json.RawMessage) (*unstructured.Unstructured, error) {
	if len(raw) == 0 || string(raw) == "null" {
		return nil, nil
	}
	object := &unstructured.Unstructured{}
	return object, object.UnmarshalJSON(raw)
}

// Evaluates a compiled policy with the API server's own budget and failure policy Fail.
func celEval(body []byte) (any, error) {
	request, err := parseCel(body)
	if err != nil {
		return nil, err
	}
	if request.Handle < 0 || request.Handle >= len(validators) {
		return nil, fmt.Errorf("no compiled policy %d", request.Handle)
	}
	object, err := unstructuredOrNil(request.Object)
	if err != nil {
		return nil, err
	}
	oldObject, err := unstructuredOrNil(request.OldObject)
	if err != nil {
		return nil, err
	}
	var namespace *corev1.Namespace
	if len(request.NamespaceObject) > 0 && string(request.NamespaceObject) != "null" {
		namespace = &corev1.Namespace{}
		if err := json.Unmarshal(request.NamespaceObject, namespace); err != nil {
			return nil, err
		}
	}
	given := request.Attributes
	kind := schema.GroupVersionKind{Group: given.Group, Version: given.Version, Kind: given.Kind}
	resource := schema.GroupVersionResource{Group: given.ResourceGroup, Version: given.ResourceVersion, Resource: given.Resource}
	sender := &user.DefaultInfo{Name: given.Username, UID: given.UID, Groups: given.Groups, Extra: given.Extra}
	options, err := unstructuredOrNil(given.Options)
	if err != nil {
		return nil, err
	}
	// Not a nil pointer in an interface, which is something.
	var operationOptions runtime.Object
	if options != nil {
		operationOptions = options
	}
	record := admission.NewAttributesRecord(nil, nil, kind, given.Namespace, given.Name, resource, given.SubResource, admission.Operation(given.Operation), operationOptions, given.DryRun, sender)
	versioned := &admission.VersionedAttributes{Attributes: record, VersionedKind: kind}
	if object != nil {
		versioned.VersionedObject.Set(object)
	}
	if oldObject != nil {
		versioned.VersionedOldObject.Set(oldObject)
	}
	outcome := validators[request.Handle].Validate(context.Background(), resource, versioned, nil, namespace, celconfig.RuntimeCELCostBudget, nil)
	decisions := []celDecision{}
	for _, decision := range outcome.Decisions {
		decisions = append(decisions, celDecision{Action: string(decision.Action), Error: decision.Evaluation == validating.EvalError, Message: decision.Message})
	}
	return decisions, nil
}
