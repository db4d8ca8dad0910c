package main

import (
	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"
)

// A bundle in memory: nothing is read from a disk.
func memoryFiles(modules []module, parsed map[string]*ast.Module) *bundle.Bundle {
	result := &bundle.Bundle{Data: map[string]any{}}
	result.Manifest.Init()
	for _, source := range modules {
		result.Modules = append(result.Modules, bundle.ModuleFile{URL: source.Path, Path: source.Path, Raw: []byte(source.Text), Parsed: parsed[source.Path]})
	}
	return result
}
