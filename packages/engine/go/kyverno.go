package main

import (
	"fmt"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/common/ast"
	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"k8s.io/apimachinery/pkg/util/version"
	"k8s.io/apiserver/pkg/cel/environment"
)

// What expressions of a Kubernetes minor are read with: by its API server, or by Kyverno.
func environmentsOf(minor *version.Version, dialect string) (*environment.EnvSet, error) {
	base := environment.MustBaseEnvSet(minor)
	switch dialect {
	case "kubernetes":
		return base, nil
	case "kyverno":
		return base.Extend(environment.VersionedOptions{
			IntroducedVersion: version.MajorMinor(1, 0),
			EnvOptions:        kyvernoOrValue(),
		})
	default:
		return nil, fmt.Errorf("unknown dialect %q", dialect)
	}
}

// Kyverno 1.19 has an orValue of its own (pkg/cel/compiler/env.go). It takes what is no optional as well, its type
// is dyn for the checker, and it computes what stands in also where that is not needed.
func kyvernoOrValue() []cel.EnvOption {
	const function = "kyverno.orValue"
	toFunction := func(factory cel.MacroExprFactory, target ast.Expr, args []ast.Expr) (ast.Expr, *cel.Error) {
		return factory.NewCall(function, target, args[0]), nil
	}
	valueOr := func(value, fallback ref.Val) ref.Val {
		optional, isOptional := value.(*types.Optional)
		if !isOptional {
			return value
		}
		if optional.HasValue() {
			return optional.GetValue()
		}
		return fallback
	}
	return []cel.EnvOption{
		cel.Macros(cel.ReceiverMacro("orValue", 1, toFunction)),
		cel.Function(function, cel.Overload("kyverno_or_value",
			[]*cel.Type{cel.DynType, cel.DynType}, cel.DynType, cel.BinaryBinding(valueOr))),
	}
}
