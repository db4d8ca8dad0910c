// Adds an operation to the engine in packages/engine/go: what an evaluation costs in CEL's units, as the API server counts
// them. Its budget is looked for, because the API server tells whether one was enough, and not what is left of it.
package main

import (
	"context"
	"fmt"
	"slices"
	"sort"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/admission"
	"k8s.io/apiserver/pkg/admission/plugin/policy/validating"
	"k8s.io/apiserver/pkg/authorization/authorizer"
)

func init() {
	operations["cel.cost"] = celCost
}

// The smallest budget with which the policy decides the object as it does with the API server's own.
func celCost(body []byte) (any, error) {
	request, err := parseCel(body)
	if err != nil {
		return nil, err
	}
	if request.Handle < 0 || request.Handle >= len(validators) {
		return nil, fmt.Errorf("no compiled policy %d", request.Handle)
	}
	inner := validators[request.Handle]
	measured := &meter{Validator: inner}
	validators[request.Handle] = measured
	defer func() { validators[request.Handle] = inner }()
	if _, err := celEval(body); err != nil {
		return nil, err
	}
	return measured.cost, nil
}

type meter struct {
	validating.Validator
	cost int
}

func (m *meter) Validate(ctx context.Context, resource schema.GroupVersionResource, versioned *admission.VersionedAttributes, params runtime.Object, namespace *corev1.Namespace, budget int64, authz authorizer.UnconditionalAuthorizer) validating.ValidateResult {
	whole := m.Validator.Validate(ctx, resource, versioned, params, namespace, budget, authz)
	m.cost = sort.Search(int(budget), func(smaller int) bool {
		outcome := m.Validator.Validate(ctx, resource, versioned, params, namespace, int64(smaller), authz)
		return slices.EqualFunc(outcome.Decisions, whole.Decisions, isSame)
	})
	return whole
}

// Without a budget for its message a decision has another one. Of what is read from a map the order is not the same twice.
func isSame(one, other validating.PolicyDecision) bool {
	return one.Action == other.Action && one.Evaluation == other.Evaluation && len(one.Message) == len(other.Message)
}
