package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/compile"
	"github.com/open-policy-agent/opa/v1/format"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/util"
)

type module struct {
	Path string `json:"path"`
	Text string `json:"text"`
}

// A problem that OPA found in a module.
type problem struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Path    string `json:"path,omitempty"`
	Row     int    `json:"row,omitempty"`
	Column  int    `json:"column,omitempty"`
}

type regoRequest struct {
	Modules     []module        `json:"modules"`
	Text        string          `json:"text"`
	Entrypoints []string        `json:"entrypoints"`
	Query       string          `json:"query"`
	Handle      int             `json:"handle"`
	Input       json.RawMessage `json:"input"`
}

func parseRequest(body []byte) (regoRequest, error) {
	var request regoRequest
	err := json.Unmarshal(body, &request)
	return request, err
}

func problemsOf(err error) ([]problem, error) {
	if err == nil {
		return []problem{}, nil
	}
	var list ast.Errors
	if !errors.As(err, &list) {
		return nil, err
	}
	problems := make([]problem, 0, len(list))
	for _, item := range list {
		found := problem{Code: item.Code, Message: item.Message}
		if item.Location != nil {
			found.Path, found.Row, found.Column = item.Location.File, item.Location.Row, item.Location.Col
		}
		problems = append(problems, found)
	}
	return problems, nil
}

func parseModules(modules []module) (map[string]*ast.Module, error) {
	parsed := make(map[string]*ast.Module, len(modules))
	for _, source := range modules {
		tree, err := ast.ParseModuleWithOpts(source.Path, source.Text, ast.ParserOptions{RegoVersion: ast.RegoV1, ProcessAnnotation: true})
		if err != nil {
			return nil, err
		}
		parsed[source.Path] = tree
	}
	return parsed, nil
}

// `opa check --strict`.
func regoCheck(body []byte) (any, error) {
	request, err := parseRequest(body)
	if err != nil {
		return nil, err
	}
	parsed, err := parseModules(request.Modules)
	if err != nil {
		return problemsOf(err)
	}
	compiler := ast.NewCompiler().WithStrict(true)
	compiler.Compile(parsed)
	if compiler.Failed() {
		return problemsOf(compiler.Errors)
	}
	return []problem{}, nil
}

// `opa fmt`.
func regoFormat(body []byte) (any, error) {
	request, err := parseRequest(body)
	if err != nil {
		return nil, err
	}
	text, err := format.SourceWithOpts("policy.rego", []byte(request.Text), format.Opts{RegoVersion: ast.RegoV1})
	return string(text), err
}

// `opa build -t wasm`: the policy module, base64.
func regoCompile(body []byte) (any, error) {
	request, err := parseRequest(body)
	if err != nil {
		return nil, err
	}
	parsed, err := parseModules(request.Modules)
	if err != nil {
		return nil, err
	}
	queries := make([]string, 0, len(request.Entrypoints))
	queries = append(queries, request.Entrypoints...)
	files := memoryFiles(request.Modules, parsed)
	var out bytes.Buffer
	compiler := compile.New().
		WithCapabilities(ast.CapabilitiesForThisVersion()).
		WithTarget("wasm").
		WithEntrypoints(queries...).
		WithRegoVersion(ast.RegoV1).
		WithBundle(files).
		WithOutput(&out)
	if err := compiler.Build(context.Background()); err != nil {
		return nil, err
	}
	for _, built := range compiler.Bundle().WasmModules {
		return base64.StdEncoding.EncodeToString(built.Raw), nil
	}
	return nil, errors.New("OPA wrote no policy.wasm")
}

var prepared []rego.PreparedEvalQuery

// Compiles modules once for many evaluations by OPA itself; returns a handle.
func regoPrepare(body []byte) (any, error) {
	request, err := parseRequest(body)
	if err != nil {
		return nil, err
	}
	options := []func(*rego.Rego){rego.Query(request.Query), rego.SetRegoVersion(ast.RegoV1), rego.StrictBuiltinErrors(false)}
	for _, source := range request.Modules {
		options = append(options, rego.Module(source.Path, source.Text))
	}
	query, err := rego.New(options...).PrepareForEval(context.Background())
	if err != nil {
		return nil, err
	}
	prepared = append(prepared, query)
	return len(prepared) - 1, nil
}

// Evaluates a prepared query; the value of its first expression, or null where it is undefined.
func regoEval(body []byte) (any, error) {
	request, err := parseRequest(body)
	if err != nil {
		return nil, err
	}
	if request.Handle < 0 || request.Handle >= len(prepared) {
		return nil, fmt.Errorf("no prepared query %d", request.Handle)
	}
	var input any
	if err := util.Unmarshal(request.Input, &input); err != nil {
		return nil, err
	}
	results, err := prepared[request.Handle].Eval(context.Background(), rego.EvalInput(input))
	if err != nil {
		return nil, err
	}
	if len(results) == 0 || len(results[0].Expressions) == 0 {
		return nil, nil
	}
	return results[0].Expressions[0].Value, nil
}
